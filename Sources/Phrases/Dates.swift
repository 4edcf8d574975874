package import Consultation

extension Words {
  /// A day as the reader writes it: `15 June 2023`, `1er juin 2023`, `١٥ يونيو ٢٠٢٣`.
  package func date(_ date: CalendarDate) -> String {
    let months: [Phrase] = [
      .month1, .month2, .month3, .month4, .month5, .month6, .month7, .month8, .month9, .month10,
      .month11, .month12,
    ]
    let month = InsertedText.own(self(months[date.month - 1]))
    // French has an ordinal for the first day of a month alone.
    return date.day == 1
      ? self(.dateFirst(day: date.day, month: month, year: date.year))
      : self(.date(day: date.day, month: month, year: date.year))
  }

  /// A time of the day in minutes after midnight, those of another day counted round the clock.
  package func time(ofDay minutes: Int) -> String {
    let minutes = (minutes % 1440 + 1440) % 1440
    return time(hour: minutes / 60, minute: minutes % 60)
  }

  /// A time of the day, `10:42` or `10:42:07`, in the reader's digits.
  package func time(hour: Int, minute: Int, second: Int? = nil) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let parts = [hour, minute] + (second.map { [$0] } ?? [])
    return digits.write(parts.map(two).joined(separator: ":"))
  }
}
