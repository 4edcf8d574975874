extension Timestamp {
  /// ISO 8601 in UTC with milliseconds: `2023-06-15T10:42:07.123Z`.
  ///
  /// Reckoned here in whole numbers: Foundation's style goes through a `Double` and cuts off, so
  /// that every second moment would come back a millisecond earlier. Moments outside the years 1
  /// to 9999, which ISO 8601 has no such form for, become the nearest within.
  package var text: String {
    let inRange = min(max(milliseconds, Self.earliest), Self.latest)
    let rest = inRange.dividedDown(by: 86_400_000).remainder
    let day = CalendarDate(Timestamp(milliseconds: inRange))
    var text: [UInt8] = []
    text.reserveCapacity(24)
    func append(_ number: Int64, _ digits: Int, then separator: Unicode.Scalar) {
      var divisor: Int64 = 1
      for _ in 1..<digits { divisor *= 10 }
      while divisor > 0 {
        text.append(0x30 + UInt8(number / divisor % 10))
        divisor /= 10
      }
      text.append(UInt8(ascii: separator))
    }
    append(Int64(day.year), 4, then: "-")
    append(Int64(day.month), 2, then: "-")
    append(Int64(day.day), 2, then: "T")
    append(rest / 3_600_000, 2, then: ":")
    append(rest / 60_000 % 60, 2, then: ":")
    append(rest / 1000 % 60, 2, then: ".")
    append(rest % 1000, 3, then: "Z")
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads ISO 8601 with seconds, with or without a fraction, in UTC or with an offset.
  ///
  /// Finer fractions than milliseconds are cut off. Foundation's style takes the 29th of February
  /// of any year and an hour 24 for the day after: a check of a file has to say so.
  ///
  /// - Returns: `nil` for any other form, and where there is no such moment.
  package init?(_ text: String) {
    var text = text
    guard let moment = text.withUTF8({ Self.moment($0) }) else { return nil }
    self = moment
  }

  /// Read by place: a long history has a hundred thousand of these.
  private static func moment(_ bytes: UnsafeBufferPointer<UInt8>) -> Timestamp? {
    guard bytes.count >= 20, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"),
      let year = number(bytes[0..<4], below: 10_000),
      let month = number(bytes[5..<7], below: 13),
      let day = number(bytes[8..<10], below: 32),
      let date = CalendarDate(year: Int(year), month: Int(month), day: Int(day)),
      let hour = number(bytes[11..<13], below: 24),
      let minute = number(bytes[14..<16], below: 60),
      let second = number(bytes[17..<19], below: 60)
    else { return nil }
    var rest = bytes[19...]
    var fraction: Int64 = 0
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
      guard (1...9).contains(digits.count) else { return nil }
      fraction = number(digits.prefix(3), below: 1000) ?? 0
      for _ in digits.prefix(3).count..<3 { fraction *= 10 }
      rest = rest.dropFirst(1 + digits.count)
    }
    guard let offset = offset(rest) else { return nil }
    let days = days(year: date.year, month: date.month, day: date.day)
    let seconds = ((days * 24 + hour) * 60 + minute - offset) * 60 + second
    let milliseconds = seconds * 1000 + fraction
    // An offset can lead out of the years that can be written again.
    guard (earliest...latest).contains(milliseconds) else { return nil }
    return Timestamp(milliseconds: milliseconds)
  }

  private static let earliest = days(year: 1, month: 1, day: 1) * 86_400_000
  private static let latest = days(year: 10_000, month: 1, day: 1) * 86_400_000 - 1

  private static func number(
    _ digits: Slice<UnsafeBufferPointer<UInt8>>,
    below limit: Int64,
  ) -> Int64? {
    var number: Int64 = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      number = number * 10 + Int64(digit - 0x30)
    }
    return number < limit ? number : nil
  }

  /// The minutes by which `Z`, `+03:00` or `-05:30` is before UTC.
  private static func offset(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int64? {
    if text.elementsEqual("Z".utf8) { return 0 }
    let bytes = UnsafeBufferPointer(rebasing: text)
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
      bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
      let hours = number(bytes[1..<3], below: 24), let minutes = number(bytes[4..<6], below: 60)
    else { return nil }
    return (hours * 60 + minutes) * (bytes[0] == UInt8(ascii: "+") ? 1 : -1)
  }

  /// The days from 1970-01-01 to a day of the Gregorian calendar.
  ///
  /// Years are counted from March, so that the day that not every year has is the last of one.
  private static func days(year: Int, month: Int, day: Int) -> Int64 {
    let year = Int64(month > 2 ? year : year - 1)
    let (era, yearOfEra) = year.dividedDown(by: 400)
    let dayOfYear = (153 * Int64((month + 9) % 12) + 2) / 5 + Int64(day) - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
