internal import Crypto
package import PolicyModel

extension GitRepository {
  /// The id that git would give to these bytes as a file, without filters.
  package func blobID(of bytes: [UInt8]) -> ObjectID? {
    objectFormat.id(ofType: "blob", bytes)
  }
}

extension GitRepository.ObjectFormat {
  /// The id of an object: a hash over its type, its size and its bytes (gitformat-loose).
  func id(ofType type: String, _ bytes: [UInt8]) -> ObjectID? {
    let header = Array("\(type) \(bytes.count)\0".utf8)
    switch self {
    case .sha1:
      var hash = Insecure.SHA1()
      hash.update(data: header)
      hash.update(data: bytes)
      return ObjectID(Self.hex(hash.finalize()))
    case .sha256:
      var hash = SHA256()
      hash.update(data: header)
      hash.update(data: bytes)
      return ObjectID(Self.hex(hash.finalize()))
    }
  }

  private static func hex(_ digest: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest { text += [digits[Int(byte >> 4)], digits[Int(byte & 0xF)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
