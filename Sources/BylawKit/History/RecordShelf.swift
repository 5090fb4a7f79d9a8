import PolicyHistory
import PolicyModel
import PolicyReading

/// Records, each read and its signature verified once: that is a property of the bytes alone.
struct RecordShelf: Sendable {
  private let read: [Place: RecordFile]

  /// The name counts, as it must be the one that the content gives.
  struct Place: Hashable, Sendable {
    var name: String
    var blob: ObjectID
  }

  init(_ places: Set<Place>, blobs: [ObjectID: [UInt8]]) async {
    let all = places.sorted { ($0.name, $0.blob) < ($1.name, $1.blob) }
    let files = await concurrentMap(all) { Self.file($0, blobs[$0.blob]) }
    read = Dictionary(uniqueKeysWithValues: zip(all, files))
  }

  subscript(name: String, blob: ObjectID) -> RecordFile {
    read[Place(name: name, blob: blob)]
      ?? RecordFile(name: name, blob: blob, signOff: nil, problem: "it is not there")
  }

  static func file(_ place: Place, _ bytes: [UInt8]?) -> RecordFile {
    guard let bytes else {
      return RecordFile(
        name: place.name, blob: place.blob, signOff: nil, problem: "it is too large")
    }
    switch RecordReader.read(bytes, name: place.name) {
    case .failure(let problem):
      return RecordFile(
        name: place.name, blob: place.blob, signOff: nil, problem: problem.sentence)
    case .success(let record):
      return RecordFile(
        name: place.name, blob: place.blob, signOff: record.signOff,
        signature: signature(record))
    }
  }

  private static func signature(_ record: ReadRecord) -> RecordFile.Signature {
    guard let armored = record.signature else { return .missing }
    do {
      let signature = try SSHSignature.parse(armored: armored)
      try signature.verify(record.signedBytes, namespace: SSHSignature.recordNamespace)
      return .valid(key: signature.publicKey.fingerprint)
    } catch {
      return .broken(reason: error.description)
    }
  }
}
