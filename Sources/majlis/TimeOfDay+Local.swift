import Consultation
import Glibc
import Screens

extension TimeOfDay {
  /// The time of the day where the program runs.
  init(_ moment: Timestamp) {
    var seconds = time_t(moment.milliseconds / 1000)
    var parts = tm()
    localtime_r(&seconds, &parts)
    self.init(hour: Int(parts.tm_hour), minute: Int(parts.tm_min), second: Int(parts.tm_sec))
  }
}
