import Consultation
import Glibc
import Screens

extension Timestamp {
  /// By how many minutes the clock of this place is before UTC at this moment.
  var minutesFromUTC: Int {
    var seconds = time_t(milliseconds / 1000)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return Int(parts.tm_gmtoff) / 60
  }
}

extension TimeOfDay {
  /// The time of the day where the program runs.
  init(_ moment: Timestamp) { self.init(moment, minutesFromUTC: moment.minutesFromUTC) }
}
