import Consultation
import Testing

@Suite struct TimestampTests {
  @Test func aDayBeginsOnTheClockOfItsPlace() {
    // 2023-06-15T22:30Z is half past one of the next day in Cairo.
    let moment = Timestamp(milliseconds: 1_686_868_200_000)
    #expect(moment.startOfDay(minutesFromUTC: 0).text == "2023-06-15T00:00:00.000Z")
    #expect(moment.startOfDay(minutesFromUTC: 180).text == "2023-06-15T21:00:00.000Z")
    let before = Timestamp(milliseconds: -1)
    #expect(before.startOfDay(minutesFromUTC: 0).milliseconds == -86_400_000)
    let first = Timestamp(milliseconds: .min)
    #expect(first.startOfDay(minutesFromUTC: -60) == first)
  }
}
