package import PolicyModel
package import PolicyProjection

extension Mailbox {
  /// The customer of the samples, at an address that nobody can have (RFC 2606).
  package static func sampleCustomer(of message: Message) -> Mailbox? {
    let name = message.variables.first { $0.name == "customer.first_name" }?.shownSample ?? ""
    let local = name.lowercased()
    let isPlain = !local.isEmpty && local.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    return Mailbox(name: name, address: "\(isPlain ? local : "customer")@customer.example")
  }
}

extension Letter {
  /// What the gallery shows of the envelope, in order.
  package func headers(from: String) -> [(name: String, value: String)] {
    [
      ("From", from.asHeaderText), ("Subject", subject), ("Preview text", preview),
      ("Language", language), ("Reply", footer),
    ]
  }

  /// The letter as a draft; `page` is its HTML within `letter.mustache`.
  package func draft(
    page: String, from: Mailbox, to: Mailbox, on date: CalendarDate
  ) -> MIMEMessage {
    MIMEMessage(
      from: from, to: to, subject: subject, date: date, language: language, text: text, html: page)
  }
}
