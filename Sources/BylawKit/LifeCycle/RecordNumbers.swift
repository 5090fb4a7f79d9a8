import PolicyModel
import PolicyProjection

extension PolicyDesk {
  /// Every record that ever landed or lies in the working tree.
  var knownRecords: [RecordFile] { line.records + records }

  /// One past the reviewer's own records. A file that only bears their name uses no number up but the
  /// one in its own name, so that nothing is written over.
  func nextNumber(of reviewer: String) -> Int {
    let own = knownRecords.filter { record in
      record.signOff?.reviewer == reviewer && isProven(record)
    }
    var number = (own.compactMap { $0.signOff?.number }.max() ?? 0) + 1
    let names = knownRecords.map(\.name)
    while names.contains(where: { $0.hasSuffix("-\(reviewer)-\(number).signoff") }) { number += 1 }
    return number
  }

  /// Whether a record is its maker's: now, where it landed, or as an objection that was accepted.
  private func isProven(_ record: RecordFile) -> Bool {
    if judge.judge.refusal(of: record) == nil || landed.raised.contains(record) { return true }
    guard let index = record.landed else { return false }
    let landing = history?.judgements.first {
      $0.policy == policy.id && $0.landing.index == index
    }
    return landing?.judge.map { $0.judge.refusal(of: record) == nil } ?? false
  }

  /// A number that no round of the policy ever had: not in any landing, and in no record.
  var nextRound: Int {
    var numbers = snapshot.rounds.map(\.number) + (line.lastRead?.rounds ?? []).map(\.number)
    numbers += Array(line.closings.keys)
    for judgement in history?.judgements ?? [] where judgement.policy == policy.id {
      numbers += (judgement.after?.rounds ?? []).map(\.number)
    }
    numbers += knownRecords.filter(isProven).compactMap { $0.signOff?.purpose.round }
    return (numbers.max() ?? 0) + 1
  }
}
