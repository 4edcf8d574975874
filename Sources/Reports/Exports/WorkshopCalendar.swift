package import Consultation
package import Phrases

/// A workshop as a calendar (RFC 5545): the agenda with its times, and what is due on a day.
///
/// The session knows what the clock at the place of the workshop shows, and no time zone. The
/// times are therefore floating: ten o'clock is ten o'clock on every clock, which is right for
/// everybody in the room. Where the place's distance from UTC is given they are moments in UTC,
/// which are right for those who take part from abroad too.
///
/// The agenda is that of the workshop's first day: its items name no other.
package struct WorkshopCalendar {
  /// Something that is due: a next step, a verification, the end of an application.
  struct Due {
    let id: String
    let title: String
    let detail: String
    let day: CalendarDate?
  }

  private let words: Words
  private let workshop: Workshop
  private let session: String
  private let questionnaire: Questionnaire
  private let due: [Due]

  /// The calendar of the workshop with what delegations have shared with the report.
  package init(
    of view: SharedView,
    session: String,
    in questionnaire: Questionnaire,
    words: Words,
    hasNames: Bool,
  ) {
    self.words = words
    self.session = session
    self.questionnaire = questionnaire
    workshop = view.workshop
    due =
      Self.due(workshop.actions, hasNames: hasNames)
      + view.delegations.flatMap { delegation in
        let name = words.text(delegation.shortName)
        let priorities = delegation.priorities.enumerated().compactMap { index, priority in
          Self.due(
            priority,
            "\(delegation.code)-\(index + 1)",
            of: name,
            words,
            hasNames: hasNames,
          )
        }
        let interest = delegation.interest.flatMap {
          Self.due($0, "\(delegation.code)", of: name, words)
        }
        return priorities + [interest].compactMap(\.self)
      }
  }

  /// The same with everything that is due in one delegation, and nothing of the others.
  package init(
    of delegation: Delegation,
    at workshop: Workshop,
    session: String,
    in questionnaire: Questionnaire,
    words: Words,
    hasNames: Bool,
  ) {
    self.words = words
    self.session = session
    self.questionnaire = questionnaire
    self.workshop = workshop
    let name = words.text(delegation.shortName)
    let own = delegation.records.sorted { $0.key < $1.key }.compactMap { key, record -> Due? in
      let id = "\(delegation.code)-\(key.id)"
      switch record {
      case .priority(let priority):
        return Self.due(priority, id, of: name, words, hasNames: hasNames)
      case .interest(let interest): return Self.due(interest, id, of: name, words)
      case .verification(let verification):
        let number = verification.question
        let question = questionnaire[number].map { words.text($0.text) } ?? ""
        return Due(
          id: "verification-\(id)",
          title: words(.exportToVerify(question: number)),
          detail: hasNames ? [question, verification.by].joined(separator: "\n") : question,
          day: verification.due,
        )
      default: return nil
      }
    }
    due = Self.due(workshop.actions, hasNames: hasNames) + own
  }

  /// The text of the file, made at a moment.
  ///
  /// `minutesFromUTC` says by how much the clock at the place of the workshop is before UTC.
  package func text(at now: Timestamp, minutesFromUTC: Int? = nil) -> String {
    var lines = CalendarText()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//Majlis//Majlis//\(words.language.rawValue.uppercased())")
    lines.add("CALSCALE", "GREGORIAN")
    lines.add("METHOD", "PUBLISH")
    lines.add("X-WR-CALNAME", text: words.text(workshop.title))
    if let day = workshop.days.first {
      for item in workshop.agenda { add(item, on: day, now, minutesFromUTC, to: &lines) }
    }
    for due in due { add(due, now, to: &lines) }
    lines.add("END", "VCALENDAR")
    return lines.text
  }

  /// Whether it has an agenda that no day says the date of.
  package var lacksDay: Bool { workshop.days.isEmpty && !workshop.agenda.isEmpty }

  // MARK: Entries

  private func add(
    _ item: AgendaItem,
    on day: CalendarDate,
    _ now: Timestamp,
    _ minutesFromUTC: Int?,
    to lines: inout CalendarText,
  ) {
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", text: "agenda-\(item.id)@\(session).majlis")
    lines.add("DTSTAMP", now.inCalendar)
    let start = moment(item.start, on: day, minutesFromUTC)
    lines.add("DTSTART", start)
    lines.add("DTEND", moment(item.start + max(item.minutes, 1), on: day, minutesFromUTC))
    let (title, language) = item.title.reading(in: words.language)
    lines.add("SUMMARY;LANGUAGE=\(language.rawValue)", text: title)
    if let number = item.domain, let domain = questionnaire.domain(numbered: number) {
      lines.add(
        "DESCRIPTION;LANGUAGE=\(words.language.rawValue)",
        text: "\(words.number(number)) \(words.text(domain.title))",
      )
    }
    if let place = workshop.place { lines.add("LOCATION", text: words.text(place)) }
    lines.add("END", "VEVENT")
  }

  /// A day of its own for what is due on one, seen by every calendar; a task for what is not.
  private func add(_ due: Due, _ now: Timestamp, to lines: inout CalendarText) {
    let kind = due.day == nil ? "VTODO" : "VEVENT"
    lines.add("BEGIN", kind)
    lines.add("UID", text: "\(due.id)@\(session).majlis")
    lines.add("DTSTAMP", now.inCalendar)
    if let day = due.day {
      lines.add("DTSTART;VALUE=DATE", day.inCalendar)
      lines.add("TRANSP", "TRANSPARENT")
    }
    lines.add("SUMMARY", text: due.title)
    if !due.detail.isEmpty { lines.add("DESCRIPTION", text: due.detail) }
    lines.add("END", kind)
  }

  private func moment(_ minute: Int, on day: CalendarDate, _ minutesFromUTC: Int?) -> String {
    let midnight = Timestamp(day)
    let minutes = Int64(minute - (minutesFromUTC ?? 0))
    let moment = Timestamp(milliseconds: midnight.milliseconds + minutes * 60_000)
    let text = moment.inCalendar
    return minutesFromUTC == nil ? String(text.dropLast()) : text
  }

  // MARK: What is due

  private static func due(_ steps: [NextStep], hasNames: Bool) -> [Due] {
    steps.map { step in
      Due(
        id: "action-\(step.id)",
        title: step.text,
        detail: hasNames ? step.owner : "",
        day: step.due,
      )
    }
  }

  private static func due(
    _ priority: Priority,
    _ id: String,
    of name: String,
    _ words: Words,
    hasNames: Bool,
  ) -> Due? {
    guard let day = priority.due else { return nil }
    let owner = hasNames ? priority.owner : ""
    return Due(
      id: "priority-\(id)",
      title: name + words.language.traits.colon + priority.title,
      detail: [priority.nextStep, owner].filter { !$0.isEmpty }.joined(separator: "\n"),
      day: day,
    )
  }

  private static func due(
    _ interest: Interest,
    _ id: String,
    of name: String,
    _ words: Words,
  ) -> Due? {
    guard interest.isInterested, let day = interest.deadline else { return nil }
    return Due(
      id: "application-\(id)",
      title: name + words.language.traits.colon + words(.exportApplication),
      detail: interest.note,
      day: day,
    )
  }
}

extension Timestamp {
  /// `20230615T070000Z`.
  fileprivate var inCalendar: String {
    let text = text
    return text.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
  }

  /// The beginning of a day in UTC.
  fileprivate init(_ day: CalendarDate) {
    self = Timestamp("\(day)T00:00:00Z") ?? Timestamp(milliseconds: 0)
  }
}

extension CalendarDate {
  fileprivate var inCalendar: String { description.filter { $0 != "-" } }
}
