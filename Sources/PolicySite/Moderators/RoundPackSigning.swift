import CommonMark
import PolicyModel
import PolicyProjection

/// How one group says its word: the commands, or steps for the web editor of any forge.
struct RoundPackSigning {
  /// The branch on which records belong, where one is checked out.
  let branch: String?
  let ask: RoundPack.Ask
  /// Tells the ids of this group from those of others on the page.
  let id: String

  var html: String {
    guard ask.isOpen else { return "" }
    switch ask.signing {
    case .commands(let commands, let others): return self.commands(commands, others)
    case .pastes(let pastes): return pastes.isEmpty ? "" : self.pastes(pastes)
    }
  }

  // MARK: Commands

  private func commands(_ commands: [RoundPack.Command], _ others: [String]) -> String {
    var html = ""
    for (index, command) in commands.enumerated() {
      html += "<h3>\(heading(command.effect).htmlEscaped)</h3>\n"
      html += code(command.text, "command", id: index == 0 ? "sign-\(id)" : "sign-\(id)-\(index)")
    }
    html += "<h3>How to object or to comment</h3>\n"
    for (index, command) in others.enumerated() {
      html += code(command, "command", id: "other-\(id)-\(index)")
    }
    return html
  }

  private func heading(_ effect: RoundPack.Effect) -> String {
    switch effect {
    case .none: "How to approve"
    case .takesBack: "How to take an objection of your own back, and approve"
    case .setsAside(let person): "How to set the objection of \(person) aside, and approve"
    }
  }

  // MARK: Steps in a browser

  private func pastes(_ pastes: [RoundPack.Paste]) -> String {
    let forms = pastes.enumerated().map { index, paste in
      "<details\(pastes.count == 1 ? " open" : "")>\n"
        + "<summary>\(summary(paste).htmlEscaped)</summary>\n\(steps(paste, index))</details>\n"
    }
    return "<h3>How to approve</h3>\n"
      + "<p>You add one file to the repository, in your browser. It says that you agree, and to which "
      + "words.\(pastes.count == 1 ? "" : " Open the steps with your name.")</p>\n"
      + forms.joined() + "<h3>How to object or to comment</h3>\n"
      + "<ol>\n<li>Follow the same steps until the text is pasted.</li>\n"
      + "<li>In the line that begins with <code>verdict:</code>, put <code>request-changes</code> or "
      + "<code>comment</code> in place of <code>approve</code>.</li>\n\(clearing(pastes))"
      + "<li>At the end of the text, below the empty line, write your own words.</li>\n"
      + "<li>Commit it as described.</li>\n</ol>\n"
  }

  /// Whoever objects as well sets nothing aside.
  private func clearing(_ pastes: [RoundPack.Paste]) -> String {
    let isClearing = pastes.contains { paste in
      if case .setsAside = paste.effect { true } else { false }
    }
    return isClearing
      ? "<li>Take the line that begins with <code>clears:</code> out, if there is one.</li>\n" : ""
  }

  private func summary(_ paste: RoundPack.Paste) -> String {
    switch paste.effect {
    case .none: paste.person
    case .takesBack: "\(paste.person): take your objection back, and approve"
    case .setsAside(let person):
      "\(paste.person): set the objection of \(person) aside, and approve"
    }
  }

  private func steps(_ paste: RoundPack.Paste, _ index: Int) -> String {
    let place =
      branch.map { "the branch <code>\($0.htmlEscaped)</code>" }
      ?? "the branch on which this text is under review"
    return """
      <ol>
      <li>Open the repository in your browser, and change to \(place).</li>
      <li>Choose to create a new file.</li>
      <li>
      <p>Give it this name, with all its slashes:</p>
      \(code(paste.path, "name", id: "name-\(id)-\(index)"))</li>
      <li>
      <p>Paste this text into it, and change nothing:</p>
      \(code(paste.text, "text", id: "text-\(id)-\(index)"))</li>
      <li>Commit it as yourself, with the address <code>\(paste.address.htmlEscaped)</code>, straight to \
      the same branch. Nothing else belongs in that commit.</li>
      </ol>

      """
  }

  /// A box whose text can be copied as a whole.
  private func code(_ text: String, _ what: String, id: String) -> String {
    let id = id.htmlEscaped
    return "<div class=\"unit\">\n<pre id=\"\(id)\" tabindex=\"0\">\(text.htmlEscaped)</pre>\n"
      + "<button type=\"button\" data-copy=\"\(id)\" hidden>Copy the \(what)</button>\n</div>\n"
  }
}
