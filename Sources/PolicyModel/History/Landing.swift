/// A commit on the first-parent line: the moment at which what it brings is judged.
package struct Landing: Sendable, Hashable, Codable {
  package var commit: ObjectID
  /// The committer's day in the organisation's time zone, and never before that of the landing before: a
  /// claim, used for nothing but dates.
  package var day: CalendarDate
  /// The raw author, as an address of the commit.
  package var author: String
  /// Its place on the line, from 0.
  package var index: Int

  package init(commit: ObjectID, day: CalendarDate, author: String, index: Int) {
    self.commit = commit
    self.day = day
    self.author = author
    self.index = index
  }
}
