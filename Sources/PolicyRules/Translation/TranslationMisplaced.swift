package import PolicyModel

package enum TranslationMisplaced: TranslationRule {
  package static let description = RuleDescription(
    "translation-misplaced", .fixed(.error),
    "A translation stands in policies/translations/, in the folder of its policy, named after its "
      + "language.",
    why:
      "The place says what a commit touches. A translation elsewhere would be read by nobody, and "
      + "approved as another one.",
    failing: .translation(.frontMatter("id: sample-draft")),
    passing: .translation(.frontMatter("id: unwanted-advertising")))

  package static func check(_ subject: TranslationSubject, _ findings: inout FindingCollector) {
    let translation = subject.translation
    let path = Translation.path(of: translation.id, in: translation.locale.value)
    guard findings.file.path != path else { return }
    let name = findings.file.path.split(separator: "/").last ?? ""
    let isOtherFile = name != "\(translation.locale.value).md"
    findings.report(
      description, at: isOtherFile ? translation.locale.range : subject.facts.id.range,
      isOtherFile
        ? "`\(translation.locale.value)` is not the language that the file is named after"
        : "`\(translation.id)` is not the policy that the folder is named after",
      help: "Move the file to \(path), or mend the front-matter.")
  }
}
