package import PolicyModel

/// The names that a help site uses itself, so that no policy can have them.
package enum SitePages {
  /// Pages to which a policy may link: `/actions/`.
  static let names: Set<String> = [
    "actions", "how-policies-are-made", "themes", "a-z", "search", "changes",
  ]

  /// Further names that stand beside the policies' folders.
  private static let files: Set<String> = [
    "404", "assets", "common", "index", "policies", "robots", "schema", "significant", "sitemap",
    "translations", "signoffs", "agreement", "pages", "v",
  ]

  /// Names that Windows keeps for devices: no folder can have them there.
  private static let devices: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

  /// Why a page of the workspace's own cannot have that name, as it completes "`name` …".
  package static func objection(toPage name: String, in workspace: Workspace) -> String? {
    if replaceable.contains(name) { return nil }
    return objection(to: name, in: workspace)
  }

  /// The pages of the theme that a workspace may write itself.
  private static let replaceable: Set<String> = ["actions", "how-policies-are-made"]

  /// Why `id` cannot be a policy's, as it completes "`id` …".
  package static func objection(to id: String, in workspace: Workspace) -> String? {
    if names.contains(id) || files.contains(id) { return "is the name of a page of the site" }
    if devices.contains(id) { return "is the name of a device on Windows" }
    if Theme.allCases.contains(where: { $0.rawValue == id }) { return "is the name of a theme" }
    if workspace.locales.contains(where: { $0.tag.lowercased() == id }) {
      return "is a language of the site"
    }
    return nil
  }
}
