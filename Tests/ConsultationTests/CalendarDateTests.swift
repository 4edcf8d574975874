import Consultation
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: ["0001-01-01", "9999-12-31", "2024-02-29"])
  func aDayThatThereIsIsReadAndPrintedAlike(text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: ["0000-12-31", "2023-00-01", "2023-13-01", "2023-02-29", "2023-06-00"])
  func aDayThatThereIsNotIsNone(text: String) {
    #expect(CalendarDate(text) == nil)
  }
}
