import ArgumentParser
import BylawKit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Standard output is data, standard error is messages.
enum Console {
  enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  /// Writes data. A reader that went away is no error; a full disk is.
  static func out(_ text: String) throws {
    if write(text, to: 1) == false { throw OutputError("Standard output cannot be written") }
  }

  static func err(_ text: String) { _ = write(text, to: 2) }

  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe systemWrite(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return errno == EPIPE
      }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func systemWrite(
    _ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(descriptor, start, count)
    #else
      unsafe Darwin.write(descriptor, start, count)
    #endif
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// Colours where a person looks: `--color` first, then NO_COLOR, CLICOLOR_FORCE and TERM.
  static func palette(_ color: Color, on descriptor: Int32) -> Palette {
    switch color {
    case .always: return Palette(isColored: true)
    case .never: return Palette(isColored: false)
    case .auto:
      if let none = variable("NO_COLOR"), !none.isEmpty { return Palette(isColored: false) }
      if let force = variable("CLICOLOR_FORCE"), force != "0", !force.isEmpty {
        return Palette(isColored: true)
      }
      return Palette(isColored: isTerminal(descriptor) && variable("TERM") != "dumb")
    }
  }

  /// Whether words must do without animation.
  static var isAccessible: Bool { variable("BYLAW_ACCESSIBLE").map { $0 != "0" } ?? false }
}
