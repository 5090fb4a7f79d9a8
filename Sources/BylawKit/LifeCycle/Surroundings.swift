internal import Foundation
import PolicyHistory

/// What this process knows of its surroundings: the only place that reads the environment for keys.
package enum Surroundings {
  package static var environment: [String: String] { ProcessInfo.processInfo.environment }
  package static var home: String { environment["HOME"] ?? "/" }

  static func keygen() throws -> SSHKeygen {
    try SSHKeygen.find(searchPath: environment["PATH"] ?? "")
  }
}
