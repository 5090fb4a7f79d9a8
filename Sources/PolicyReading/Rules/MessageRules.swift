package import PolicyModel

extension RuleDescription {
  package static let messageReadingRules: [RuleDescription] = [
    tokenMalformed, tokenOutsideEmails, tokenSectionUnbalanced, emailOutsideHeading,
    emailHeadingUnknown, emailDuplicate, emailHeaderUnknown,
  ]

  static let tokenMalformed = RuleDescription(
    "token-malformed", .fixed(.error), "A token is written {{name}}.",
    why: "Anything else reaches the customer as braces, or does in one system what it does not do "
      + "in another.",
    failing: .message("### Reminder\n\n- **Subject:** It ends\n\nHello {{ name }}."),
    passing: .message("### Reminder\n\n- **Subject:** It ends\n\nHello {{customer.first_name}}."))

  static let tokenOutsideEmails = RuleDescription(
    "token-outside-emails", .fixed(.error), "Tokens stand only in e-mails.",
    why: "On a page nobody fills them in.",
    failing: .part("## What's allowed\n\n- Hello {{customer.first_name}}."),
    passing: .part("## What's allowed\n\n- Hello."))

  static let tokenSectionUnbalanced = RuleDescription(
    "token-section-unbalanced", .fixed(.error), "Every section of an e-mail is opened and closed.",
    why: "What stands behind an open section would be sent to no one, or to everyone.",
    failing: .message(
      "### Reminder\n\n- **Subject:** It ends\n\n{{#ticket.id}}\n\nYour case is {{ticket.id}}."),
    passing: .message(
      "### Reminder\n\n- **Subject:** It ends\n\n{{#ticket.id}}\n\nYour case is {{ticket.id}}.\n\n"
        + "{{/ticket.id}}"))

  static let emailOutsideHeading = RuleDescription(
    "email-outside-heading", .fixed(.error), "Every e-mail stands under a heading of its own.",
    why: "The heading says when it is sent.",
    failing: .part("## E-mails\n\nHello {{customer.first_name}}, this is a reminder."),
    passing: .part("## E-mails\n\n### Reminder\n\n- **Subject:** It ends\n\nOn {{action.ends_at}}.")
  )

  static let emailHeadingUnknown = RuleDescription(
    "email-heading-unknown", .fixed(.error), "The heading of an e-mail is an action or an outcome.",
    why: "An e-mail that no action calls for is never sent, and the one that was meant is missing.",
    failing: .message("### Remainder\n\n- **Subject:** It ends\n\nSoon."),
    passing: .message("### Reminder\n\n- **Subject:** It ends\n\nOn {{action.ends_at}}."))

  static let emailDuplicate = RuleDescription(
    "email-duplicate", .fixed(.error), "An action has one e-mail.",
    why: "Of two, a moderator would send either.",
    failing: .message(
      "### Reminder\n\n- **Subject:** It ends\n\nOn {{action.ends_at}}.\n\n"
        + "### Reminder\n\n- **Subject:** It ends soon\n\nOn {{action.ends_at}}."),
    passing: .message("### Reminder\n\n- **Subject:** It ends\n\nOn {{action.ends_at}}."))

  static let emailHeaderUnknown = RuleDescription(
    "email-header-unknown", .fixed(.error),
    "The headers of an e-mail are Subject, Preview and Says.",
    why: "A header that is not known would become part of the letter, or be lost.",
    failing: .message(
      "### Reminder\n\n- **Subjet:** It ends\n- **Preview:** Soon\n\nOn {{action.ends_at}}."),
    passing: .message("### Reminder\n\n- **Subject:** It ends\n\nOn {{action.ends_at}}."))
}
