package import Consultation
import Phrases
import Storage

/// A filled Cairo day: ten delegations with answers of every kind, some of them released to the
/// report; cards, offers, wishes, exchanges, priorities, a baseline, and the agenda as it was held.
///
/// What is said is made up, by a rule and not by chance, so that it is the same in each run.
package struct CairoDay {
  package let questionnaire: Questionnaire
  package private(set) var session: Session

  /// 09:00 in Cairo on 15 June 2023.
  package static let start = Timestamp(milliseconds: 1_686_808_800_000)

  private static let made = Result { try CairoDay(filling: "cairo-day") }

  package init() throws { self = try Self.made.get() }

  private init(filling id: String) throws {
    let stored = try Assets.fictitiousWorkshop(id: id)
    questionnaire = stored.questionnaire
    var workshop = stored.session.workshop
    workshop.parkingLot = [
      ParkedMatter(id: "p1", text: "ما الذي يُعد دليلا على التطبيق؟"),
      ParkedMatter(id: "p2", text: "Who translates the context notes?"),
    ]
    workshop.actions = [
      NextStep(
        id: "a1",
        text: "إرسال قائمة المصادر إلى جميع الوفود",
        owner: "المنظمة الدولية للهجرة",
        due: CalendarDate(year: 2023, month: 6, day: 22),
      ), NextStep(id: "a2", text: "Proposer une date pour la prochaine réunion", owner: "Indigie"),
    ]
    let questionnaire = questionnaire
    session = Session(
      id: id,
      questionnaire: stored.session.questionnaire,
      workshop: workshop,
      delegations: stored.session.orderedDelegations.enumerated().map { place, delegation in
        Self.filled(delegation, at: place, in: questionnaire)
      },
    )
    try holdTheDay()
  }

  // MARK: The day

  /// Begins each item of the agenda some minutes late, and lets everybody come, tell and hear.
  private mutating func holdTheDay() throws {
    for (index, code) in session.order.enumerated() {
      try set(
        .attendance(of: code),
        .attendance(
          Attendance(
            delegation: code,
            arrivedAt: Self.at(minutes: index),
            leftAt: index == 4 ? Self.at(minutes: 300) : nil,
          )
        ),
      )
    }
    for (index, item) in session.workshop.agenda.enumerated() where index < 12 {
      let begins = Self.at(minutes: item.start - 540 + index)
      try set(.room, .room(RoomState().beginning(item, at: begins)))
    }
    var exchange = Exchange(
      question: .sample("1.1.1"),
      tells: .havenia,
      hears: [.dorania, .sample("QNI")],
    )
    exchange.acceptedBy = [.havenia, .dorania, .sample("QNI")]
    exchange.said = "عُرضت مراحل إدراج المهاجرين في نظام التأمين."
    exchange.takenHome = "Commencer par les soins d’urgence."
    try set(RecordKey(.exchange, "x1"), .exchange(exchange))
    exchange.acceptedBy = [.havenia]
    exchange.said = "not agreed"
    try set(RecordKey(.exchange, "x2"), .exchange(exchange))
  }

  private static func at(minutes: Int) -> Timestamp {
    Timestamp(milliseconds: start.milliseconds + Int64(minutes) * 60_000)
  }

  private mutating func set(_ key: RecordKey, _ record: Record) throws {
    let number = session.history.count
    let change = try session.change(
      setting: key,
      to: record,
      stamp: Change.Stamp(
        id: "day-\(number)",
        at: Timestamp(milliseconds: Self.start.milliseconds + Int64(number)),
        by: "facilitator",
        role: .facilitator,
      ),
    )
    if let change { session.apply(change) }
  }
}
