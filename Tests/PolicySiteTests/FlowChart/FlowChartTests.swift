import CommonMark
import PolicyModel
import Testing

@testable import PolicySite

@Suite("Flow chart")
struct FlowChartTests {
  private func picture(_ decision: Decision) throws -> FlowChartPicture {
    let svg = try #require(decision.drawn())
    return try #require(FlowChartPicture(svg))
  }

  private func words(_ picture: FlowChartPicture) -> [String] { picture.lines.map(\.words) }

  @Test("shows every question, answer and result of a policy")
  func payOutside() throws {
    let picture = try picture(.payOutside)
    #expect(picture.classes.count { $0 == "fc-question" } == 7)
    #expect(picture.classes.count { $0.hasPrefix("fc-result ") } == 12)
    #expect(picture.edges.count == 18)
    #expect(!picture.edges.contains { !$0.hasHead })
    #expect(words(picture).contains("Only asked to talk somewhere else"))
    #expect(words(picture).contains("Escalate: safety on call"))
    #expect(picture.title == "The decision as a flow chart.")
  }

  @Test("colours a severity as what the ladder says for the first time")
  func colours() throws {
    let picture = try picture(.payOutside)
    #expect(
      picture.classes.suffix(3) == [
        "fc-question", "fc-result fc-restriction", "fc-result fc-warning",
      ])
    let last = try #require(
      FlowChart.svg(.payOutside, title: "") { _ in
        .escalate("legal")
      } policyTitle: { _ in
        nil
      })
    #expect(FlowChartPicture(last)?.classes.last == "fc-result fc-escalate")
    let none = try #require(
      FlowChart.svg(.payOutside, title: "") { _ in
        nil
      } policyTitle: { _ in
        nil
      })
    #expect(FlowChartPicture(none)?.classes.last == "fc-result fc-none")
  }

  @Test("names another policy by its title, or by its id where it has none")
  func policies() throws {
    let words = words(try picture(Decision("Which?\nA → policy harassment\nB → policy unknown")))
    #expect(words.contains("Harassment and threats"))
    #expect(words.contains("Continue with unknown"))
  }

  @Test("leads two skips of one question down two lanes that do not cross")
  func skips() throws {
    let picture = try picture(.hateAndDiscrimination)
    #expect(picture.crossings == 0)
    #expect(words(picture).contains("Question 6"))
    #expect(words(picture).contains("Question 7"))
  }

  @Test("keeps the order of the answers, the skip last, and joins both ways at its step")
  func contactSharing() throws {
    let picture = try picture(.contactSharing)
    #expect(picture.crossings == 0)
    let second = picture.lines.map(\.words).drop { $0 != "Whose details are they," }
    #expect(
      second.filter { $0.hasPrefix("They") || $0.hasPrefix("Question") }.map(\.self) == [
        "They are between these two people", "They are the work itself,",
        "They belong to a third", "Question 4", "They are in a public place, or",
      ])
    let step = try #require(picture.classes.lastIndex(of: "fc-question"))
    #expect(picture.edges.count { $0.hasHead && $0.end.y == picture.boxes[step].top - 4 } == 2)
  }

  @Test("lets skips to one step join in one lane")
  func merges() throws {
    let picture = try picture(
      Decision("A\nx → next\ny → step 4\nB\nx → next\ny → step 4\nC\nx → next\nD\nx → no action"))
    #expect(picture.edges.count { !$0.hasHead } == 1)
    #expect(picture.crossings == 0)
  }

  @Test("crosses lanes that interlock only once")
  func interlocked() throws {
    let picture = try picture(
      Decision("A\nx → next\ny → step 4\nB\nx → next\ny → step 5\nC\nx → next\nD\nx → next\nE"))
    #expect(picture.crossings == 1)
  }

  @Test("says where an answer leads that leads nowhere")
  func nowhere() throws {
    let words = words(try picture(Decision("A\nx → next\nB\ny → step 1\nz → step 99\nw → next")))
    #expect(words.suffix(6) == ["Question 1", "y", "Question 99", "z", "Question 3", "w"])
  }

  @Test("ticks off several answers that lead to the next question, one below the other")
  func together() throws {
    let picture = try picture(Decision("A\nNeither → next\nNo → next\nB"))
    #expect(words(picture) == ["1", "A", "Neither", "No", "2", "B"])
    #expect(picture.edges.map(\.hasHead) == [true, false, false])
  }

  @Test("draws nothing of an empty decision or of one that is too large to read")
  func limits() {
    let step = { (number: Int) in
      Decision.Step(
        number: number, question: [.text("Q")],
        answers: Array(
          repeating: Decision.Answer(label: [], target: .noAction, range: 0..<0), count: 5),
        range: 0..<0)
    }
    #expect(Decision(steps: [], range: 0..<0).drawn() == nil)
    #expect(Decision(steps: (1...40).map(step), range: 0..<0).drawn() != nil)
    #expect(Decision(steps: (1...40).map(step) + [step(1)], range: 0..<0).drawn() == nil)
    var wide = Decision(steps: (1...40).map(step), range: 0..<0)
    wide.steps[0].answers.append(wide.steps[0].answers[0])
    #expect(wide.drawn() == nil)
  }

  @Test("escapes what it is given")
  func escaping() throws {
    let decision = Decision("<b> & \"c\"\n<i> → escalate: <u>")
    let svg = try #require(
      FlowChart.svg(decision, title: "</title>") { _ in
        nil
      } policyTitle: { _ in
        nil
      })
    let picture = try #require(FlowChartPicture(svg))
    #expect(words(picture) == ["1", "<b> & \"c\"", "Escalate: <u>", "<i>"])
    #expect(picture.title == "</title>")
  }
}

extension FlowChartPicture {
  /// How often a level line and an upright one of different edges cross.
  var crossings: Int {
    var count = 0
    for (index, edge) in edges.enumerated() {
      for (place, other) in edges.enumerated() where place != index {
        for level in edge.segments where level.top == level.bottom {
          count += other.segments.count {
            $0.left == $0.right && level.left < $0.left && $0.left < level.right
              && $0.top < level.top && level.top < $0.bottom
          }
        }
      }
    }
    return count
  }
}
