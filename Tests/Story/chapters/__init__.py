"""The chapters of the story, in order."""

from chapters import changes, ending, first_version, revisions

ALL = [
    first_version.workspace, first_version.common_text, first_version.research, first_version.two_rounds,
    first_version.practice, first_version.notice,
    changes.amendment, changes.correction,
    revisions.revision, revisions.withdrawal, revisions.urgency,
    ending.review, ending.retirement, ending.history]
