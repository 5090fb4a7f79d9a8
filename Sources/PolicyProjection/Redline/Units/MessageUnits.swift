import CommonMark
import PolicyModel

/// The units of one customer e-mail: its headers, then its text.
enum MessageUnits {
  static func group(of message: MessageTemplate, tokens: TokenTable) -> RedlineGroup {
    var parts = PartUnits(tokens: tokens, naming: UnitNaming(.emails))
    header("Subject", message.subject?.value ?? [], &parts)
    header("Preview", message.preview?.value ?? [], &parts)
    if !message.says.isEmpty {
      parts.append(header("Says")) { writer in
        for slot in message.says {
          writer.begin("slot", depth: 0)
          writer.addText(slot.value, [])
        }
      }
    }
    add(message.body, depth: 0, condition: nil, &parts)
    return RedlineGroup(
      place: .init(
        kind: .email, name: message.kind.slug, title: "E-mail: \(message.kind.title)"),
      scopes: [.emails], isPublic: false, isPresent: true, units: parts.units)
  }

  private static func header(_ name: String) -> UnitNaming.Name {
    .init(
      subject: .init(.header, name), key: ByteText("header \(name)"), isKeyFirm: true,
      isPublic: false)
  }

  /// To digests a header without words is none.
  private static func header(_ name: String, _ inlines: [Inline], _ parts: inout PartUnits) {
    var probe = UnitWriter(tokens: TokenTable())
    probe.add(inlines)
    if !probe.form.bytes.isEmpty { parts.append(header(name)) { $0.add(inlines) } }
  }

  private static func add(
    _ body: [MessageTemplate.Part], depth: Int, condition: String?, _ parts: inout PartUnits
  ) {
    for part in body {
      switch part {
      case .block(let block): parts.add([block], depth: depth, condition: condition)
      case .section(let variable, let isInverted, let inner):
        let own = "sent only \(isInverted ? "without" : "with") \(variable.value)"
        parts.append(
          .init(subject: .init(.section), isPublic: false, isFrame: true)
        ) { writer in
          writer.begin("section", depth: depth)
          writer.addText(own, [])
        }
        add(
          inner, depth: depth + 1, condition: condition.map { "\($0), \(own)" } ?? own, &parts)
      }
    }
  }
}
