import PolicyModel

/// Every key of a policy's front-matter: its shape, its scope, and what it means. The only table of
/// its kind; reading, digests, the JSON Schema and the reference all follow from it.
package enum FrontMatterSchema {
  package static let policy: [Field] = [
    Field("id", .slug, required: true, scope: .all, "The policy's identity. It never changes."),
    Field(
      "title", .text(maximum: 120), required: true, scope: .one(.policy),
      "What readers call the policy."),
    Field(
      "summary", .text(maximum: 300), scope: .one(.policy),
      "The rule in one sentence of plain words."),
    Field(
      "theme", .oneOf(Theme.allCases.map(\.rawValue), what: "a theme"), required: true,
      scope: .one(.policy), "The theme that the policy belongs to."),
    Field(
      "applies_to", .list(.slug), scope: .one(.policy),
      "Whom it binds: names that `applies_to` in bylaw.yml lists."),
    Field("basis", .list(.record(basis)), scope: .one(.policy), "What the rule rests on."),
    Field(
      "profiles", .list(.slug), scope: .one(.policy),
      "Sets of checks in addition to the workspace's."),
    Field(
      "synonyms", .list(.text(maximum: 60)), scope: .one(.article),
      "Words that people search for."),
    Field("related", .list(.slug), scope: .one(.article), "The ids of other policies."),
    Field("announced", .date, scope: .one(.release), "The day on which notice is given."),
    Field("effective", .date, scope: .one(.release), "The day from which it binds."),
    Field(
      "changes", .list(.record(change)), scope: .one(.release),
      "The change log for readers, newest first."),
    Field("owner", .address, "The policy manager."),
    Field(
      "stage", .oneOf(Stage.allCases.map(\.rawValue), what: "a stage"), required: true,
      "A copy of the last step of `history`, for people who read the file."),
    Field(
      "version", .wholeNumber(1...9_999), required: true, "Rises by one with each revision."),
    Field("history", .list(.record(milestone)), "The record of milestones, oldest first."),
    Field("rounds", .list(.record(round)), "The review rounds, oldest first."),
    Field("research", .list(.record(evidence)), "What the policy rests on, by kind."),
    Field(
      "review_every", .period, "How often the policy is reviewed, if more often than all are."),
    Field(
      "withdrawn", .list(.wholeNumber(1...9_999)), "Versions that were given up."),
    Field(
      "retired", .record(retirement), scope: .one(.retire),
      "When and why the policy ends, and what replaces it."),
    Field("samples", samples, "What previews of its letters show in place of variables."),
    Field(
      "allow", .list(.record(allowance)), "Findings that do not apply here, each with a reason."),
  ]

  /// The keys of `common.md`, from which policies inherit.
  package static let common: [Field] = policy.filter {
    ["id", "title", "owner", "rounds"].contains($0.key)
  }

  private static let basis = [
    Field(
      "kind", .oneOf(Policy.Basis.Kind.allCases.map(\.rawValue), what: "a kind of basis"),
      required: true, "Terms of Service, law, or one of the organisation's principles."),
    Field("ref", .text(maximum: 300), required: true, "Which part of it."),
    Field("url", .url, "Where it can be read."),
  ]

  private static let change = [
    Field("version", .wholeNumber(1...9_999), required: true, "The version that it speaks of."),
    Field(
      "class", .oneOf(Policy.Change.Class.allCases.map(\.rawValue), what: "a class of change"),
      required: true, "How much the change means for readers."),
    Field("summary", .text(maximum: 600), required: true, "What changed, in plain words."),
    Field("class_reason", .text(maximum: 600), "Why the class is lower than it seems."),
  ]

  private static let milestone = [
    Field(
      "stage", .oneOf(Stage.allCases.map(\.rawValue), what: "a stage"), required: true,
      "The stage that was entered."),
    Field("on", .date, required: true, "The day."),
    Field("by", .address, required: true, "Who took the step."),
    Field("reason", .text(maximum: 2_000), "Why, where the step needs a reason."),
    Field("urgent", .flag, "Whether the gate was passed later."),
  ]

  private static let round = [
    Field("round", .wholeNumber(1...9_999), required: true, "Its number, from 1."),
    Field("version", .wholeNumber(1...9_999), required: true, "The version under review."),
    Field("opened", .date, required: true, "The day on which it was opened."),
    Field(
      "scopes", .list(.oneOf(Scope.allCases.map(\.rawValue), what: "a scope")), required: true,
      "What is under review."),
    Field("groups", .list(.slug), required: true, "Who is asked."),
    Field("authors", .list(.address), required: true, "Whose approval does not count."),
    Field("closed", .date, "The day on which it was closed."),
    Field(
      "outcome",
      .oneOf(Policy.ReviewRound.Outcome.allCases.map(\.rawValue), what: "an outcome"),
      "What came of it."),
    Field("answers", .list(.record(answer)), "What the author says to objections and comments."),
  ]

  private static let answer = [
    Field("record", .text(maximum: 200), required: true, "The file name of the record."),
    Field("answer", .text(maximum: 4_000), required: true, "The answer."),
  ]

  private static let evidence = [
    Field(
      "kind", .oneOf(Policy.Evidence.Kind.allCases.map(\.rawValue), what: "a kind of research"),
      required: true, "Where it comes from."),
    Field("title", .text(maximum: 300), "What was read or asked."),
    Field("url", .url, "Where it can be read."),
    Field("finding", .text(maximum: 4_000), "What it says for this policy."),
    Field("not_applicable", .text(maximum: 1_000), "Why there is none of this kind."),
  ]

  private static let retirement = [
    Field("on", .date, required: true, "The day on which it ends."),
    Field("reason", .text(maximum: 2_000), required: true, "Why it ends."),
    Field("replaced_by", .slug, "The policy that takes its place."),
  ]

  /// What stands in place of the name of a letter where all are meant.
  static let allLetters = "all"

  /// By letter, then by variable.
  static let samples = Shape.map(
    keys: .oneOf([allLetters] + MessageKind.all.map(\.slug), what: "a letter"),
    .map(keys: .variable, .text(maximum: 2_000)))

  private static let allowance = [
    Field("rule", .slug, required: true, "The name of the finding."),
    Field("reason", .text(maximum: 600), required: true, "Why it does not apply."),
  ]
}
