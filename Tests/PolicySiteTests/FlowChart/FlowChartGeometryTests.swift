import PolicyModel
import Testing

@testable import PolicySite

@Suite("A flow chart of any decision")
struct FlowChartGeometryTests {
  static let seeds = Array(UInt64(0)..<200)

  private func picture(_ seed: UInt64) throws -> FlowChartPicture {
    let svg = try #require(Decision.random(seed: seed).drawn())
    return try #require(FlowChartPicture(svg), "well-formed: \(svg)")
  }

  @Test("stays inside its frame", arguments: seeds)
  func frame(seed: UInt64) throws {
    let picture = try picture(seed)
    for area in picture.boxes + picture.lines.map(\.area) + picture.edges.flatMap(\.segments) {
      #expect(picture.size.contains(area))
    }
  }

  @Test("keeps boxes apart, and words inside a box or away from all", arguments: seeds)
  func boxes(seed: UInt64) throws {
    let picture = try picture(seed)
    for (index, box) in picture.boxes.enumerated() {
      #expect(!picture.boxes[..<index].contains { $0.overlaps(box) })
      for line in picture.lines where line.area.overlaps(box) {
        #expect(box.contains(line.area), "“\(line.words)”")
      }
    }
    for (index, line) in picture.lines.enumerated() {
      #expect(
        !picture.lines[..<index].contains { $0.area.overlaps(line.area) }, "“\(line.words)”")
    }
  }

  @Test("draws no line through a box or through words", arguments: seeds)
  func lines(seed: UInt64) throws {
    let picture = try picture(seed)
    let obstacles = picture.boxes + picture.lines.map(\.area)
    for segment in picture.edges.flatMap(\.segments) {
      #expect(!obstacles.contains { $0.overlaps(segment) }, "\(segment)")
    }
  }

  @Test("never draws one line over another", arguments: seeds)
  func overlaps(seed: UInt64) throws {
    let picture = try picture(seed)
    for (index, edge) in picture.edges.enumerated() {
      for other in picture.edges[..<index] {
        for first in edge.segments {
          for second in other.segments {
            let isLevel = first.top == first.bottom && second.top == second.bottom
            let isUpright = first.left == first.right && second.left == second.right
            let across = min(first.right, second.right) - max(first.left, second.left)
            let down = min(first.bottom, second.bottom) - max(first.top, second.top)
            #expect(!(isLevel && first.top == second.top && across > 0))
            #expect(!(isUpright && first.left == second.left && down > 0))
          }
        }
      }
    }
  }

  @Test("leads an arrow to the top of every step that an answer reaches", arguments: seeds)
  func arrows(seed: UInt64) throws {
    let decision = Decision.random(seed: seed)
    let picture = try picture(seed)
    let steps = zip(picture.boxes, picture.classes).filter { $1 == "fc-question" }.map(\.0)
    try #require(steps.count == decision.steps.count)
    for (index, box) in steps.enumerated() {
      let isReached = decision.steps[..<index].contains { step in
        step.answers.contains {
          decision.stepNumber(of: $0.target, from: step.number) == index + 1
        }
      }
      let isPointedAt = picture.edges.contains { edge in
        edge.hasHead && edge.end.y == box.top - 4 && box.left..<box.right ~= edge.end.x
      }
      #expect(isReached == isPointedAt)
    }
  }

  @Test("is the same each time", arguments: seeds.prefix(50))
  func deterministic(seed: UInt64) {
    #expect(Decision.random(seed: seed).drawn() == Decision.random(seed: seed).drawn())
  }
}
