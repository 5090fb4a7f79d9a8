import PolicyReading
import PolicySite

/// The JSON Schemas of everything that people or programs write and read.
package enum SchemaJob {
  package enum Subject: String, Sendable, CaseIterable {
    case policy, translation, workspace, article
  }

  package static func text(_ subject: Subject) -> String {
    switch subject {
    case .policy: JSONSchema.policy()
    case .translation: JSONSchema.translation()
    case .workspace: JSONSchema.workspace()
    case .article: PolicySchema.json
    }
  }
}
