package import PolicyModel

/// What a value must look like. The same tables read front-matter and settings, and print their JSON
/// Schema.
package indirect enum Shape: Sendable {
  case text(maximum: Int)
  /// `[a-z0-9]+(-[a-z0-9]+)*`, at most 80 characters.
  case slug
  case date
  case period
  case wholeNumber(ClosedRange<Int>)
  case flag
  /// `https`, `http` or `mailto`.
  case url
  /// An ASCII e-mail address.
  case address
  /// An address, or `Name <address>` (RFC 5322, 3.4).
  case mailbox
  /// `#rrggbb`
  case color
  /// A BCP 47 tag, such as `en` or `pt-BR`.
  case locale
  /// `sha256:` and 64 hexadecimal digits in lower case.
  case digest
  /// A name of the IANA time zone database, such as `Europe/Dublin`.
  case timeZone
  /// The name of a variable, such as `case.facts`.
  case variable
  case oneOf([String], what: String)
  case list(Shape)
  case record([Field])
  /// Keys of the author's choice.
  case map(keys: Shape, Shape)
}

/// One key of a record.
package struct Field: Sendable {
  package var key: String
  package var shape: Shape
  package var isRequired: Bool
  package var scope: ScopeMembership
  /// What the key means, for the JSON Schema and the reference.
  package var meaning: String

  package init(
    _ key: String, _ shape: Shape, required: Bool = false, scope: ScopeMembership = .none,
    _ meaning: String
  ) {
    self.key = key
    self.shape = shape
    isRequired = required
    self.scope = scope
    self.meaning = meaning
  }
}
