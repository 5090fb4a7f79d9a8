package import PolicyModel
import PolicyReading
package import PolicyRules

/// The translations of a workspace with everything that was found in them.
package struct CheckedTranslations: Sendable {
  /// Those that no error keeps from being published.
  package var sound: [Translation] = []
  /// The words of all that can be read.
  package var texts: [Policy] = []
  package var findings: [Finding] = []
  package var paths: [String] = []
  /// What they translate, by id: the policies of the working tree.
  package var sources: [String: TranslationSource] = [:]

  package static func load(
    _ folder: WorkspaceFolder, _ policies: PolicyFiles, _ context: CheckContext
  ) async -> CheckedTranslations {
    let files = await TranslationFiles.load(folder)
    let wanted = Set(files.readings.compactMap(\.translation?.id))
    var checked = CheckedTranslations(
      findings: files.findings, paths: files.readings.map(\.source.path))
    checked.texts = files.readings.compactMap(\.translation?.words)
    let common = policies.common?.policy
    for policy in policies.readings.compactMap(\.policy) + [common].compactMap(\.self)
    where wanted.contains(policy.id) && checked.sources[policy.id] == nil {
      checked.sources[policy.id] = TranslationSource(policy)
    }
    let checker = TranslationChecker(context: context)
    let sources = checked.sources
    let findings = await concurrentMap(files.readings) { reading in
      checker.check(reading, source: reading.translation.flatMap { sources[$0.id] })
    }
    for (reading, findings) in zip(files.readings, findings) {
      checked.findings += findings
      if let translation = reading.translation, !findings.hasErrors {
        checked.sound.append(translation)
      }
    }
    return checked
  }

  /// A sound translation of the working tree.
  package func translation(of id: String, in locale: String) -> Translation? {
    sound.first { $0.id == id && $0.locale.value == locale }
  }
}
