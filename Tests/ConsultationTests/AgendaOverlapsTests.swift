import Consultation
import Testing

@Suite struct AgendaOverlapsTests {
  private func overlaps(_ items: [(id: String, start: Int, minutes: Int)]) -> [String: Int] {
    let agenda = items.map { item in
      AgendaItem(
        id: item.id,
        kind: .discussion,
        title: TranslatedText(item.id, language: .english),
        start: item.start,
        minutes: item.minutes,
      )
    }
    let overlaps = AgendaOverlaps(agenda)
    return Dictionary(
      agenda.compactMap { item in overlaps.endOfEarlier(than: item.id).map { (item.id, $0) } },
      uniquingKeysWith: { first, _ in first },
    )
  }

  @Test func findsNoneWhereEachItemBeginsWhenTheOneBeforeEnds() {
    #expect(overlaps([("a", 540, 30), ("b", 570, 60), ("c", 640, 10)]) == [:])
  }

  @Test func marksTheItemThatBeginsTooEarlyInWhicheverOrderTheyStand() {
    #expect(overlaps([("b", 560, 60), ("a", 540, 30)]) == ["b": 570])
  }

  @Test func looksBeyondTheItemThatIsDirectlyBefore() {
    let found = overlaps([("a", 540, 120), ("b", 550, 5), ("c", 600, 30), ("d", 660, 5)])
    #expect(found == ["b": 660, "c": 660])
  }
}
