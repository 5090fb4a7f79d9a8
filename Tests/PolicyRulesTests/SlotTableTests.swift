import PolicyModel
import PolicyRules
import Testing

@Suite struct `The table of slots` {
  @Test func `has a cell for every kind of e-mail in every row`() {
    #expect(Set(SlotTable.columns) == Set(MessageKind.all))
    for row in SlotTable.house.rows { #expect(row.demands.count == MessageKind.all.count) }
  }

  @Test func `names each slot once, and only variables that every workspace has`() {
    let ids = SlotTable.house.rows.map(\.id)
    #expect(Set(ids).count == ids.count)
    let known = Set(Variable.builtIn.map(\.name))
    for row in SlotTable.house.rows {
      let names =
        switch row.filling {
        case .variables(let names), .both(_, let names), .either(_, let names): names
        case .words: [String]()
        }
      #expect(known.isSuperset(of: names), "\(row.id)")
    }
  }

  /// The table of the handbook, as it is printed there.
  @Test(arguments: [
    ("facts", "-+++++-++--"), ("rule", "+-++++--+--"), ("stays-active", "-++xxx++---"),
    ("stops", "xxx+++--+--"), ("keeps", "---+++--+--"), ("effective", "+--+++++---"),
    ("ground", "-----+-----"), ("steps", "-+-+-x-x---"), ("recommit", "-x-+xx-x---"),
    ("end", "-xxx+x---+-"), ("automation", "---+++--+--"), ("reply", "+++++++++++"),
    ("contest", "--++++-----"), ("redress", "--------+--"), ("outcome", "-------++--"),
    ("recurrence", "+-+++-+----"), ("change", "----------+"),
  ])
  func `is the handbook's`(id: String, cells: String) throws {
    let row = try #require(SlotTable.house.rows.first { $0.id == id })
    let signs = SlotTable.columns.map { kind in
      switch row.demand(for: kind) {
      case .required: "+"
      case .refused: "x"
      case .free: "-"
      }
    }
    #expect(signs.joined() == cells)
    #expect(row.source == "house")
  }
}
