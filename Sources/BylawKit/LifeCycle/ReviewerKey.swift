package import PolicyHistory

extension PolicyDesk {
  /// The key that `option` names, else the one of the *global* git configuration: a repository names
  /// no key. `nil` where there is none.
  package func signingKey(_ option: String?) async throws -> SigningKey? {
    if let option { return try SigningKey.option(option, home: Surroundings.home) }
    guard let configured = try await history?.repository.globalConfig("user.signingkey") else {
      return nil
    }
    return try SigningKey.configured(configured, home: Surroundings.home)
  }
}
