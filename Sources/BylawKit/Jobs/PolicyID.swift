import PolicyModel
import PolicyReading
import PolicyRules

/// What a policy's id can be.
enum PolicyID {
  static func isWellFormed(_ id: String) -> Bool { Shape.isSlug(id) }

  /// Why `id` cannot be used, as it completes "`id` …".
  static func objection(to id: String, in workspace: Workspace) -> String? {
    SitePages.objection(to: id, in: workspace)
  }
}
