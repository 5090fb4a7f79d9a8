package import PolicyModel

/// Whether a sample could be a value of its variable.
package enum SampleForm {
  /// What is wrong with `sample`, in words that follow its name; `nil` where it fits.
  package static func problem(of sample: String, for variable: Variable) -> String? {
    switch variable.kind {
    case .date where CalendarDate(sample) == nil: "is not a date, YYYY-MM-DD"
    case .url where Shape.url.content(of: sample) == nil:
      "is not an address that begins with https://, http:// or mailto:"
    case .number where Int(sample) == nil: "is not a whole number"
    default:
      variable.maximum.map { sample.count > $0 } ?? false ? "is longer than its `max`" : nil
    }
  }
}
