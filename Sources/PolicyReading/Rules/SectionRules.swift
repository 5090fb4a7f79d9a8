package import PolicyModel

extension RuleDescription {
  package static let sectionRules: [RuleDescription] = [
    sectionUnknown, sectionDuplicate, sectionPreface, sectionHeadingLevel, sectionTextUnshown,
    listMissing, tableMissing, tableColumns, tableRowCells, tableProseCells, ruleIDMissing,
    ruleIDDuplicate, definitionMalformed, definitionDuplicate, verdictUnknown, questionMissing,
    severityNotNumber, severityDuplicate, ladderActionUnknown, ladderCountsMalformed,
    decisionAnswerMalformed, decisionNumbersDiffer, decisionTargetUnknown,
  ]

  static let sectionUnknown = RuleDescription(
    "section-unknown", .fixed(.warning), "Every heading names a part.",
    why:
      "Text under any other heading stays internal. With a slip of the pen in a heading, readers "
      + "would never see what stands below it.",
    failing: .part("## Whats alowed\n\n- Talking about rates."),
    passing: .part("## What's allowed\n\n- Talking about rates."))

  static let sectionDuplicate = RuleDescription(
    "section-duplicate", .fixed(.error), "A part stands once.",
    why: "Of two parts with one heading only one could be published.",
    failing: .part("## What's allowed\n\n- One.\n\n## What's allowed\n\n- Two."),
    passing: .part("## What's allowed\n\n- One.\n- Two."))

  static let sectionPreface = RuleDescription(
    "section-preface", .fixed(.warning), "Text stands under a heading.",
    why: "What stands before the first heading belongs to no part and is never published.",
    failing: .file(
      "---\nid: a-draft\ntitle: A draft\ntheme: quality\nstage: research\nversion: 1\n---\n\n"
        + "Some first thoughts.\n\n## Why we have this rule\n\nPeople asked for it.\n"),
    passing: .file(
      "---\nid: a-draft\ntitle: A draft\ntheme: quality\nstage: research\nversion: 1\n---\n\n"
        + "## Why we have this rule\n\nPeople asked for it.\n"))

  static let sectionHeadingLevel = RuleDescription(
    "section-heading-level", .fixed(.warning),
    "Parts begin with second-level headings, those for moderators with third-level ones.",
    why: "At another level the heading begins no part of its own: readers look for it in vain. The "
      + "title stands in the front-matter; a second one in the body would not be shown.",
    failing: .part("# What's allowed\n\n- Talking about rates."),
    passing: .part("## What's allowed\n\n- Talking about rates."))

  static let sectionTextUnshown = RuleDescription(
    "section-text-unshown", .warningUntil(.performable), "Whatever stands in a part is shown.",
    why: "A part that is a list or a table is shown as one, and nothing else in it. Who wrote a "
      + "sentence beside it believes that customers and moderators have read it.",
    failing: .part(
      "## Words we use\n\nThis list is not complete.\n\n- **payment**: anything of value."),
    passing: .part(
      "## Words we use\n\n<!-- Add the words of the next rule. -->\n\n"
        + "- **payment**: anything of value."))

  static let listMissing = RuleDescription(
    "list-missing", .fixed(.error), "A part that is a list is written as one.",
    why: "Readers scan these parts point by point, and rules are cited item by item.",
    failing: .part("## What's allowed\n\nTalking about rates."),
    passing: .part("## What's allowed\n\n- Talking about rates."))

  static let tableMissing = RuleDescription(
    "table-missing", .fixed(.error), "A part that is a table holds one.",
    why: "The table is what pages and checks are made from.",
    failing: .part("## Examples\n\nNone yet."),
    passing: .part(
      "## Examples\n\n| Example | Verdict | Rule | Why |\n|---|---|---|---|\n"
        + "| Talking about rates | allowed | – | It is fine |"))

  static let tableColumns = RuleDescription(
    "table-columns", .fixed(.error), "A table has the columns that its part asks for.",
    why: "A swapped or missing column would put the reason where the verdict belongs.",
    failing: .part(
      "## Examples\n\n| Example | Rule | Verdict | Why |\n|---|---|---|---|\n"
        + "| Talking about rates | – | allowed | It is fine |"),
    passing: .part(
      "## Examples\n\n| Example | Verdict | Rule | Why |\n|---|---|---|---|\n"
        + "| Talking about rates | allowed | – | It is fine |"))

  static let tableRowCells = RuleDescription(
    "table-row-cells", .warningUntil(.performable),
    "A row of a part that is a table has a cell for each column.",
    why: "Markdown drops the cells that are too many without a word, and with them the end of a "
      + "sentence that holds a bar.",
    failing: .part(
      "## Examples\n\n| Example | Verdict | Rule | Why |\n|---|---|---|---|\n"
        + "| Asking a price | allowed | – | It was asked for | and it is fine |"),
    passing: .part(
      "## Examples\n\n| Example | Verdict | Rule | Why |\n|---|---|---|---|\n"
        + "| Asking a price | allowed | – | It was asked for \\| and it is fine |"))

  static let tableProseCells = RuleDescription(
    "table-prose-cells", .fixed(.warning), "A row of a table in prose has a cell for each column.",
    why: "Markdown drops the cells that are too many, and takes a line of text right below a table "
      + "for a row of it.",
    failing: .part(
      "### Background\n\n| Action | Meaning |\n|---|---|\n"
        + "| Warning | We tell you | and nothing else |"),
    passing: .part(
      "### Background\n\n| Action | Meaning |\n|---|---|\n"
        + "| Warning | We tell you, and nothing else |"))

  static let ruleIDMissing = RuleDescription(
    "rule-id-missing", .fixed(.error), "A rule begins with its id in bold.",
    why: "A customer who is told that they broke a rule must be able to find that rule.",
    failing: .part("## What's not allowed\n\n- **SAM-1** One thing.\n- Another thing."),
    passing: .part("## What's not allowed\n\n- **SAM-1** One thing and another."))

  package static let ruleIDDuplicate = RuleDescription(
    "rule-id-duplicate", .fixed(.error), "A rule id names one rule in the workspace.",
    why: "Past cases and e-mails cite it; it must always mean the same words.",
    failing: .part("## What's not allowed\n\n- **SAM-1** One thing.\n- **SAM-1** Another."),
    passing: .part("## What's not allowed\n\n- **SAM-1** One thing."))

  static let definitionMalformed = RuleDescription(
    "definition-malformed", .fixed(.error), "A definition is written as **term**: meaning.",
    why: "The term becomes an anchor, and one word has one meaning.",
    failing: .part("## Words we use\n\n- payment means money."),
    passing: .part("## Words we use\n\n- **payment**: money or anything of value."))

  static let definitionDuplicate = RuleDescription(
    "definition-duplicate", .fixed(.error), "A term is defined once.",
    why: "Two meanings of one word are how two people read one rule differently.",
    failing: .part("## Words we use\n\n- **payment**: money.\n- **Payment**: anything of value."),
    passing: .part("## Words we use\n\n- **payment**: anything of value."))

  static let verdictUnknown = RuleDescription(
    "verdict-unknown", .fixed(.error),
    "A verdict is allowed, not allowed, or (in calibration) it depends.",
    why: "A reader must be able to tell at a glance which side an example is on.",
    failing: .part(
      "## Examples\n\n| Example | Verdict | Rule | Why |\n|---|---|---|---|\n"
        + "| Talking about rates | fine | – | It is fine |"),
    passing: .part(
      "## Examples\n\n| Example | Verdict | Rule | Why |\n|---|---|---|---|\n"
        + "| Talking about rates | allowed | – | It is fine |"))

  static let questionMissing = RuleDescription(
    "question-missing", .fixed(.error), "Questions are headings with answers below.",
    why: "Readers look for their question, not for an essay.",
    failing: .part("## Questions\n\n### May I ask?\n\n### May I answer?\n\nYes."),
    passing: .part("## Questions\n\n### May I ask?\n\nYes."))

  static let severityNotNumber = RuleDescription(
    "severity-not-number", .fixed(.error), "A severity is a whole number, 1 the mildest.",
    why: "Severities are compared: a higher one must never lead to a milder action.",
    failing: .part(
      "### Severity\n\n| Severity | What it looks like | Rules |\n|---|---|---|\n"
        + "| low | Once | SAM-1 |\n| 1 | Once | SAM-1 |"),
    passing: .part(
      "### Severity\n\n| Severity | What it looks like | Rules |\n|---|---|---|\n"
        + "| 1 | Once | SAM-1 |"))

  static let severityDuplicate = RuleDescription(
    "severity-duplicate", .fixed(.error), "A severity has one row.",
    why: "Two rows for one severity would give two answers to one question.",
    failing: .part(
      "### Severity\n\n| Severity | What it looks like | Rules |\n|---|---|---|\n"
        + "| 1 | Once | SAM-1 |\n| 1 | Twice | SAM-1 |"),
    passing: .part(
      "### Severity\n\n| Severity | What it looks like | Rules |\n|---|---|---|\n"
        + "| 1 | Once or twice | SAM-1 |"))

  static let ladderActionUnknown = RuleDescription(
    "ladder-action-unknown", .fixed(.error),
    "A cell of the ladder is an action, an escalation or –.",
    why: "Moderators do what the cell says; customers read about it in the article.",
    failing: .part(
      "### Enforcement ladder\n\n| Severity | First time |\n|---|---|\n| 1 | Warnig |\n\n"
        + "**Counts:** same rule, within 12 months"),
    passing: .part(
      "### Enforcement ladder\n\n| Severity | First time |\n|---|---|\n| 1 | Warning |\n\n"
        + "**Counts:** same rule, within 12 months"))

  static let ladderCountsMalformed = RuleDescription(
    "ladder-counts-malformed", .fixed(.error),
    "The ladder says what counts as a second time, and for how long.",
    why: "Whether an old violation still counts decides between a warning and a block.",
    failing: .part(
      "### Enforcement ladder\n\n| Severity | First time |\n|---|---|\n| 1 | Warning |\n\n"
        + "**Counts:** the same thing, for a year"),
    passing: .part(
      "### Enforcement ladder\n\n| Severity | First time |\n|---|---|\n| 1 | Warning |\n\n"
        + "**Counts:** same policy, within 1 year"))

  static let decisionAnswerMalformed = RuleDescription(
    "decision-answer-malformed", .fixed(.error), "Every question has answers, each with a target.",
    why: "A moderator in the middle of a case must not come to a place where nothing follows.",
    failing: .part("### Decision\n\n1. Did it happen?\n   - Yes\n   - No → no action"),
    passing: .part("### Decision\n\n1. Did it happen?\n   - Yes → severity 1\n   - No → no action"))

  static let decisionNumbersDiffer = RuleDescription(
    "decision-numbers-differ", .fixed(.warning), "The questions of a decision count from 1.",
    why: "Pages number them from 1, and `step 4` means the fourth. With other numbers in the file, "
      + "an answer leads elsewhere than its author meant.",
    failing: .part(
      "### Decision\n\n2. Did it happen?\n   - Yes → severity 1\n   - No → no action"),
    passing: .part(
      "### Decision\n\n1. Did it happen?\n   - Yes → severity 1\n   - No → no action"))

  static let decisionTargetUnknown = RuleDescription(
    "decision-target-unknown", .fixed(.error), "An answer leads to something that exists.",
    why: "A target that nobody knows is a dead end in the middle of a case.",
    failing: .part("### Decision\n\n1. Did it happen?\n   - Yes → severty 1\n   - No → no action"),
    passing: .part("### Decision\n\n1. Did it happen?\n   - Yes → severity 1\n   - No → no action"))
}
