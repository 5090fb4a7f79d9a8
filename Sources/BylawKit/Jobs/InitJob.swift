#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

package import PolicyModel
import PolicyRules

/// Makes a workspace that passes `check` and builds at once.
package struct InitJob: Sendable {
  /// The absolute path of the new workspace's folder.
  package let root: String
  package let today: CalendarDate

  package init(folder: String, today: CalendarDate) {
    root = FileSystem.absolute(folder, from: FileSystem.workingFolder)
    self.today = today
  }

  /// The paths that were made, in order. Nothing that exists is changed.
  package func run() throws(OutputError) -> [String] {
    guard !FileSystem.exists("\(root)/bylaw.yml") else {
      throw OutputError(
        "There is a bylaw.yml in \(root) already", help: "Name a new folder: bylaw init DIR")
    }
    var made: [String] = []
    for (path, text) in files where !FileSystem.exists("\(root)/\(path)") {
      let whole = "\(root)/\(path)"
      try OutputFiles.makeFolder(FileSystem.absolute("..", from: whole))
      try OutputFiles.write(whole, Array(text.utf8))
      if path == Starter.hookPath { _ = unsafe chmod(whole, 0o755) }
      made.append(path)
    }
    return made
  }

  private var files: [(String, String)] {
    let released = CalendarDate(daysSinceEpoch: today.daysSinceEpoch - 60)
    let owner = "you@example.com"
    return [
      (
        SoundSample.settingsPath,
        SoundSample.settings(
          workspace: name, organization: "Example", owner: owner, name: "Your Name")
      ),
      (SoundSample.commonPath, SoundSample.common.replacing("mira@example.com", with: owner)),
      (SoundSample.policyPath, SoundSample.policy(owner: owner, released: released)),
      (".gitattributes", Starter.gitattributes), (".gitignore", Starter.gitignore),
      (Starter.workflowPath, Starter.workflow), (Starter.hookPath, Starter.hook),
    ]
  }

  /// The folder's name as a slug.
  private var name: String {
    let last = root.split(separator: "/").last.map(String.init) ?? "policies"
    var slug = ""
    for scalar in last.lowercased().unicodeScalars {
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      if isPlain {
        slug.unicodeScalars.append(scalar)
      } else if !slug.isEmpty, slug.last != "-" {
        slug += "-"
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug.isEmpty ? "policies" : String(slug.prefix(80))
  }
}
