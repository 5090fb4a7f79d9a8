package import PolicyModel

extension RuleDescription {
  package static let fileRules: [RuleDescription] = [
    fileUnreadable, fileTooLarge, fileEncoding, fileControlCharacter, fileBidiCharacter,
    fileNotRegular, fileNameEncoding, fileNameClash, fileLinkedTwice, markdownLimit,
  ]

  package static let fileUnreadable = RuleDescription(
    "file-unreadable", .fixed(.error), "A file in the workspace can be read.",
    why: "What cannot be read cannot be checked, and nothing unchecked is published.")

  package static let fileTooLarge = RuleDescription(
    "file-too-large", .fixed(.error), "A file holds at most 1 MiB.",
    why: "A policy that long is read by nobody. The limit also keeps one file from stopping the "
      + "rest.")

  static let fileEncoding = RuleDescription(
    "file-encoding", .fixed(.error), "A file is UTF-8.",
    why: "Other encodings show other words to different readers.")

  static let fileControlCharacter = RuleDescription(
    "file-control-character", .fixed(.error), "A file holds no control characters.",
    why: "They cannot be seen in a review. Some tools take them for line breaks, so that one line "
      + "becomes two keys, and some terminals obey them.",
    failing: .part("## What's allowed\n\n- Ringing \u{7} a bell."),
    passing: .part("## What's allowed\n\n- Ringing a bell."))

  static let fileBidiCharacter = RuleDescription(
    "file-bidi-character", .fixed(.warning), "A file holds no marks that reorder text.",
    why: "Such a mark makes a reviewer see other words than the ones that are stored.",
    failing: .part("## What's allowed\n\n- Rates \u{202E}dna segaugnal\u{202C} of any kind."),
    passing: .part("## What's allowed\n\n- Rates and languages of any kind."))

  package static let fileNotRegular = RuleDescription(
    "file-not-regular", .fixed(.error), "A file is a plain file, not a link, a pipe or a device.",
    why: "A link can lead out of the workspace, to something that must never be published.")

  package static let fileNameEncoding = RuleDescription(
    "file-name-encoding", .fixed(.error), "The name of a file is UTF-8.",
    why: "Other systems show another name, or none, and no finding could say which file it means.")

  package static let fileNameClash = RuleDescription(
    "file-name-clash", .fixed(.error), "Names in a folder differ in more than case and accents.",
    why: "Where macOS or Windows hold two names to be one, a clone of the workspace loses one of "
      + "the files.")

  package static let fileLinkedTwice = RuleDescription(
    "file-linked-twice", .fixed(.error), "A file stands at one path.",
    why: "A hard link is not kept by git: after a clone, an edit reaches one of the two only.")

  static let markdownLimit = RuleDescription(
    "markdown-limit", .fixed(.error), "A text stays within the limits of the Markdown library.",
    why:
      "Some inputs cost the library minutes and gigabytes. They are refused before it sees them.",
    failing: .part(
      "## Exceptions\n\n" + String(repeating: "> ", count: 33) + "A quote in a quote."),
    passing: .part("## Exceptions\n\n- > A quote."))
}
