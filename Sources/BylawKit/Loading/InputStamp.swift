/// What tells whether anything that a build reads has changed: the name, size, times and inode of each
/// file of a workspace, and of the program itself.
package struct InputStamp: Sendable, Hashable, CustomStringConvertible {
  /// Sixteen hexadecimal digits; the same on each run.
  package let description: String

  /// - Parameters:
  ///   - root: the workspace's folder.
  ///   - options: whatever else the output depends on, such as the day.
  package init(of root: String, options: [String] = []) {
    var digest = Digest()
    for option in options { digest.add(option) }
    if let program = FileSystem.stamp(of: "/proc/self/exe", following: true) {
      digest.add(program)
    }
    digest.add(file: root + "/bylaw.yml", "bylaw.yml")
    for folder in ["policies", "site"] { digest.add(folder: "\(root)/\(folder)", depth: 0) }
    description = digest.hexadecimal
  }
}

/// FNV-1a over 64 bits: notices a change, and protects nothing.
struct Digest {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ text: some StringProtocol) {
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    value = (value ^ 0xFF) &* 0x100_0000_01B3
  }

  mutating func add(_ number: Int) {
    value = (value ^ UInt64(bitPattern: Int64(number))) &* 0x100_0000_01B3
    value ^= value >> 29
  }

  mutating func add(_ stamp: FileSystem.Stamp) {
    add(stamp.size)
    add(stamp.modifiedSeconds)
    add(stamp.modifiedNanoseconds)
    add(Int(truncatingIfNeeded: stamp.inode))
  }

  mutating func add(file path: String, _ name: String) {
    add(name)
    if let stamp = FileSystem.stamp(of: path) { add(stamp) }
  }

  mutating func add(folder: String, depth: Int) {
    guard depth < 16, let entries = try? FileSystem.entries(of: folder) else { return }
    add(folder)
    for entry in entries {
      let path = "\(folder)/\(entry.name)"
      if entry.kind == .folder {
        add(folder: path, depth: depth + 1)
      } else {
        add(file: path, entry.name)
      }
    }
  }

  var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
