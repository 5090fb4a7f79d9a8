package import PolicyHistory
import PolicyReading

extension PolicyDesk {
  /// The key that `option` names, else the one of the *global* git configuration: a repository names
  /// no key. `nil` where there is none.
  package func signingKey(_ option: String?) async throws -> SigningKey? {
    if let option {
      let key = try SigningKey.option(option, home: Surroundings.home)
      if case .file(let path) = key, !FileSystem.exists(path) {
        throw LoadError(
          "There is no key at \(path)", help: "Name the file of your key: --key FILE.")
      }
      return key
    }
    guard let configured = try await history?.repository.globalConfig("user.signingkey") else {
      return nil
    }
    return try SigningKey.configured(configured, home: Surroundings.home)
  }
}

extension SigningKey {
  /// The public half, where it is named or lies beside the private one; `nil` where only the private key
  /// could tell.
  var publicKey: SSHPublicKey? {
    switch self {
    case .inAgent(let key): return key
    case .file(let path):
      let path = path.hasSuffix(".pub") ? path : path + ".pub"
      guard let bytes = try? FileSystem.read(path, maximum: FileChecks.maximumSize),
        let text = String(validating: bytes, as: UTF8.self),
        let line = text.split(whereSeparator: \.isNewline).first
      else { return nil }
      return try? SSHPublicKey(line: line)
    }
  }
}
