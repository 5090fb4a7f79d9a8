package import PolicyModel
import PolicyReading
import PolicyRules

/// Begins a policy in research, from a template that explains each part.
package struct NewJob: Sendable {
  package var folder: WorkspaceFolder
  package var id: String
  package var title: String
  package var theme: Theme
  package var owner: String
  package var today: CalendarDate

  package init(
    folder: WorkspaceFolder, id: String, title: String, theme: Theme, owner: String,
    today: CalendarDate
  ) {
    self.folder = folder
    self.id = id
    self.title = title
    self.theme = theme
    self.owner = owner
    self.today = today
  }

  package var path: String { "policies/\(theme.rawValue)/\(id).md" }

  /// Writes the file; an existing one is never touched.
  package func run() throws(OutputError) {
    let whole = "\(folder.root)/\(path)"
    guard !FileSystem.exists(whole) else { throw OutputError("\(path) exists already") }
    try OutputFiles.makeFolder(FileSystem.absolute("..", from: whole))
    try OutputFiles.write(whole, Array(text.utf8))
  }

  /// The title in double quotes, so that no character of it means anything to YAML.
  private var quotedTitle: String {
    var quoted = "\""
    // By scalar: a quote with a combining mark is another character, and still a quote.
    for scalar in title.unicodeScalars {
      if scalar == "\\" || scalar == "\"" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  private var text: String {
    let kinds = folder.settings.lifecycle.requirements(for: theme).research
    let research =
      kinds.isEmpty
      ? "research: []"
      : "# Research: a title and a finding for each kind, or not_applicable with a reason.\n"
        + "#   - {kind: \(kinds[0].rawValue), "
        + "title: \(TemplateHints.research.title), finding: \(TemplateHints.research.finding)}\n"
        + "# Needed here: \(kinds.map(\.rawValue).joined(separator: ", ")).\n"
        + "research: []"
    return """
      ---
      id: \(id)
      title: \(quotedTitle)
      # summary: \(TemplateHints.summary)
      theme: \(theme.rawValue)
      applies_to: [\(folder.settings.appliesTo.joined(separator: ", "))]
      # basis: what the rule rests on, at least one part of the terms
      #   - {kind: terms, ref: Section 4}
      owner: \(owner)
      stage: research
      version: 1
      history:
        - {stage: research, on: \(today), by: \(owner)}
      \(research)
      ---

      ## \(folder.settings.heading(of: .reason))

      <!-- \(TemplateHints.parts[.reason] ?? "") -->

      \(NewTemplate.parts(folder.settings))
      """
  }
}

extension NewJob {
  /// Refuses an id that cannot be one, or that a policy has.
  package func check(against checked: CheckedWorkspace) throws(OutputError) {
    guard PolicyID.isWellFormed(id) else {
      throw OutputError(
        "`\(id)` cannot be an id",
        help: "Use lower-case letters and digits joined by single hyphens, such as fake-reviews.")
    }
    if let objection = PolicyID.objection(to: id, in: folder.settings) {
      throw OutputError("`\(id)` \(objection)", help: "Choose another id.")
    }
    if checked.theme.pageNames.contains(id) {
      throw OutputError("`\(id)` is a page in site/pages/", help: "Choose another id.")
    }
    guard !title.isEmpty, title.count <= 120 else {
      throw OutputError("A title has 1 to 120 characters")
    }
    if let same = checked.files.readings.compactMap(\.policy).first(where: { $0.id == id }) {
      throw OutputError("`\(id)` is the id of \(same.source.path)", help: "Choose another id.")
    }
  }
}
