import CommonMark

/// A table whose rows become labelled lists on a phone. An empty cell is left out there.
enum StackTable {
  static func html(columns: [String], rows: [[String]]) -> String {
    var html = "<table class=\"stack\"><thead><tr>"
    for column in columns { html += "<th scope=\"col\">\(column.htmlEscaped)</th>" }
    html += "</tr></thead>\n<tbody>"
    for row in rows {
      html += "<tr>"
      for (column, cell) in zip(columns, row) {
        html += "<td data-label=\"\(column.htmlEscaped)\">\(cell)</td>"
      }
      html += "</tr>\n"
    }
    return html + "</tbody></table>\n"
  }
}
