package import PolicyModel

extension Policy.Facts {
  /// The stage whose gates a policy is held to: a retired one to those that it had passed before.
  package var heldStage: Stage? {
    guard stage?.value == .retired else { return stage?.value }
    return history.last { $0.stage != .retired }?.stage ?? .research
  }

  /// Whether the last step was an urgent release, which owes the gate *performable*: owing it
  /// unpublishes nothing.
  package var owesPerformable: Bool {
    stage?.value == .iteration && history.last?.isUrgent == true
  }
}
