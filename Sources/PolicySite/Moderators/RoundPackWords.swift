import CommonMark
import PolicyModel
import PolicyProjection

/// What a round pack says of a group, for people who know the words of policies and not those of bylaw.
enum RoundPackWords {
  /// “the rule itself (policy)”: the name in brackets is what records and reports call it.
  static func words(_ scope: Scope) -> String {
    let words =
      switch scope {
      case .policy: "the rule itself"
      case .article: "the help article around it"
      case .workflow: "the moderators’ workflow"
      case .emails: "the e-mails to customers"
      case .release: "the dates and the change log"
      case .retire: "the end of the policy"
      }
    return "\(words) (\(scope.rawValue))"
  }

  static func list(_ scopes: [Scope]) -> String { SiteContext.joined(scopes.map(words)) }

  /// The same at the beginning of a sentence.
  static func sentence(_ scopes: [Scope]) -> String {
    let list = list(scopes)
    return list.prefix(1).uppercased() + list.dropFirst()
  }

  static func scopes(_ ask: RoundPack.Ask) -> String {
    "<p class=\"quiet\">Asked about \(list(ask.scopes)).</p>\n"
  }

  /// Where the group stands, and whom it waits for.
  static func state(_ ask: RoundPack.Ask) -> String {
    "<p><strong>\(sentences(ask).htmlEscaped)</strong></p>\n"
  }

  private static func sentences(_ ask: RoundPack.Ask) -> String {
    guard ask.objectors.isEmpty else {
      let names = SiteContext.joined(ask.objectors)
      let verb = ask.objectors.count == 1 ? "has" : "have"
      return
        "\(names) \(verb) asked for changes. That stands until it is taken back, or set aside by "
        + "another member."
    }
    if ask.hasApproved { return "\(ask.name) has agreed to these words." }
    switch ask.members.count {
    case 0: return "Every member wrote some of it, so nobody can sign."
    case 1: return "Waiting for \(ask.members[0])."
    default:
      return "Waiting for \(SiteContext.joined(ask.members, by: "or")): one of them is enough."
    }
  }
}
