import CommonMark
import PolicyModel
import PolicyProjection
import PolicyReading
import PolicySite

/// What pages are made from, as digests that a later build compares with its own.
enum PageSources {
  /// All that every page depends on, apart from the program: settings, theme, common text, day and
  /// options.
  static func surroundings(of job: BuildJob, options: [String]) -> String {
    var digest = ContentDigest()
    for option in options { digest.add(option) }
    if let program = FileSystem.stamp(of: "/proc/self/exe", following: true) {
      digest.add("\(program)")
    }
    digest.add(job.checked.folder.source.text.bytes)
    digest.add("\(job.publication.today)")
    for (path, bytes) in job.checked.theme.files.sorted(by: { $0.key < $1.key }) {
      digest.add(path)
      digest.add(bytes)
    }
    digest.add(job.publication.common.map(text) ?? "no common text")
    add(job.publication.commonTranslations, to: &digest)
    // Pages lead to each other in their language: which of them there are concerns all.
    for entry in job.publication.entries {
      for translated in entry.translations {
        let title = translated.text.words.facts.title?.value ?? ""
        digest.add("\(entry.policy.id) \(translated.locale.tag) \(title)")
      }
    }
    return digest.hexadecimal
  }

  /// A policy as it was read: from its bytes and its headings, which the settings name, follows all
  /// the rest.
  static func text(_ policy: Policy) -> String {
    var digest = ContentDigest()
    digest.add(policy.source.path)
    digest.add(policy.source.text.bytes)
    digest.add(policy.parts.map { $0.kind?.rawValue ?? "-" }.joined(separator: " "))
    return digest.hexadecimal
  }

  /// Everything that an entry says by itself.
  static func entry(_ entry: Publication.Entry) -> String {
    var digest = ContentDigest()
    digest.add(text(entry.policy))
    digest.add("\(entry.isUpcoming) \(String(describing: entry.retired))")
    digest.add("\(String(describing: entry.mark))")
    add(entry.translations, to: &digest)
    for version in entry.versions {
      digest.add(text(version.policy))
      digest.add("\(version.number) \(version.from) \(String(describing: version.until))")
      digest.add("\(version.amended) \(version.amendedInside)")
    }
    return digest.hexadecimal
  }

  private static func add(
    _ translations: [Publication.Translated], to digest: inout ContentDigest
  ) {
    for translated in translations {
      digest.add(text(translated.text.words))
      digest.add("\(translated.locale.tag) \(translated.isStale) \(translated.isPageStale)")
      digest.add("\(String(describing: translated.approved))")
    }
  }

  /// What an index says of these ids.
  static func answers(_ lookups: [String], in index: PublishedIndex) -> String {
    var digest = ContentDigest()
    for id in lookups {
      digest.add(id)
      if id == PublishedIndex.Lookups.everything {
        for entry in index.entries { digest.add("\(entry)") }
      } else {
        digest.add(index[id].map { "\($0)" } ?? "not published")
      }
    }
    return digest.hexadecimal
  }
}
