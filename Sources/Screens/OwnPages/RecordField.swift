import Consultation
import Phrases

/// One line of the page of a record that is a delegation's own: what it is called, what stands in
/// it, and what becomes of the record when it is changed.
enum RecordField: Equatable, Sendable {
  case priorityTitle, prioritySupport, priorityDomain, priorityNextStep, priorityOwner
  case priorityDue, prioritySharing
  case remarkInstitution, remarkDomain, remarkComment, remarkResponse, remarkOn
  case interestAnswer, interestDeadline, interestNote, interestSharing
  case profileStanding, profileContext, profileNaming
  case verificationBy, verificationDue

  /// How it is changed.
  enum Input: Equatable {
    /// Written on one line, or on several.
    case text(isMultiline: Bool = false)
    case date
    /// Chosen from a list.
    case choice
  }

  /// The lines of a record of this kind, in their order.
  static func fields(of kind: Record.Kind) -> [RecordField] {
    switch kind {
    case .priority:
      [
        .priorityTitle, .prioritySupport, .priorityDomain, .priorityNextStep, .priorityOwner,
        .priorityDue, .prioritySharing,
      ]
    case .remark:
      [.remarkInstitution, .remarkDomain, .remarkComment, .remarkResponse, .remarkOn]
    case .interest: [.interestAnswer, .interestDeadline, .interestNote, .interestSharing]
    case .profile: [.profileStanding, .profileContext, .profileNaming]
    case .verification: [.verificationBy, .verificationDue]
    default: []
    }
  }

  var input: Input {
    switch self {
    case .priorityTitle, .prioritySupport, .priorityNextStep, .priorityOwner,
      .remarkInstitution, .remarkComment, .remarkResponse, .interestNote, .verificationBy:
      .text()
    case .profileContext: .text(isMultiline: true)
    case .priorityDue, .remarkOn, .interestDeadline, .verificationDue: .date
    case .priorityDomain, .prioritySharing, .remarkDomain, .interestAnswer, .interestSharing,
      .profileStanding, .profileNaming:
      .choice
    }
  }

  var label: Phrase {
    switch self {
    case .priorityTitle: .priorityTitle
    case .prioritySupport: .prioritySupport
    case .priorityDomain, .remarkDomain: .agendaItemDomain
    case .priorityNextStep: .priorityNextStep
    case .priorityOwner: .nextStepOwner
    case .priorityDue, .verificationDue: .nextStepDue
    case .prioritySharing, .interestSharing: .recordSharing
    case .remarkInstitution: .consultedInstitution
    case .remarkComment: .remarkComment
    case .remarkResponse: .remarkResponse
    case .remarkOn: .consultedOn
    case .interestAnswer: .interestAnswer
    case .interestDeadline: .interestDeadline
    case .interestNote: .interestNote
    case .profileStanding: .profileStanding
    case .profileContext: .profileContext
    case .profileNaming: .profileNaming
    case .verificationBy: .verificationBy
    }
  }

  /// What is written in it, as it is typed; nothing for what is chosen.
  func text(in record: Record) -> String {
    switch (self, record) {
    case (.priorityTitle, .priority(let priority)): priority.title
    case (.prioritySupport, .priority(let priority)): priority.support
    case (.priorityNextStep, .priority(let priority)): priority.nextStep
    case (.priorityOwner, .priority(let priority)): priority.owner
    case (.priorityDue, .priority(let priority)): priority.due?.description ?? ""
    case (.remarkInstitution, .remark(let remark)): remark.institution
    case (.remarkComment, .remark(let remark)): remark.comment ?? ""
    case (.remarkResponse, .remark(let remark)): remark.response
    case (.remarkOn, .remark(let remark)): remark.on?.description ?? ""
    case (.interestDeadline, .interest(let interest)): interest.deadline?.description ?? ""
    case (.interestNote, .interest(let interest)): interest.note
    case (.profileContext, .profile(let frame)): frame.context?.original ?? ""
    case (.verificationBy, .verification(let verification)): verification.by
    case (.verificationDue, .verification(let verification)):
      verification.due?.description ?? ""
    default: ""
    }
  }

  /// The record with another text in this line; `nil` where the line cannot hold it.
  func setting(_ text: String, in record: Record, language: Language) -> Record? {
    let date = CalendarDate(text)
    if input == .date, date == nil, !text.isEmpty { return nil }
    switch record {
    case .priority(var priority):
      switch self {
      case .priorityTitle:
        guard !text.isEmpty else { return nil }
        priority.title = text
      case .prioritySupport: priority.support = text
      case .priorityNextStep: priority.nextStep = text
      case .priorityOwner: priority.owner = text
      default: priority.due = date
      }
      return .priority(priority)
    case .remark(var remark):
      switch self {
      case .remarkInstitution:
        guard !text.isEmpty else { return nil }
        remark.institution = text
      case .remarkComment: remark.comment = text.isEmpty ? nil : text
      case .remarkResponse: remark.response = text
      default: remark.on = date
      }
      return .remark(remark)
    case .interest(var interest):
      if self == .interestNote { interest.note = text } else { interest.deadline = date }
      return .interest(interest)
    case .profile(var frame):
      frame.context = text.isEmpty ? nil : TranslatedText(text, language: language)
      return .profile(frame)
    case .verification(var verification):
      if self == .verificationBy { verification.by = text } else { verification.due = date }
      return .verification(verification)
    default: return nil
    }
  }

  /// Which of the choices holds; `nil` for what is written.
  func chosen(in record: Record) -> Int? {
    switch (self, record) {
    case (.priorityDomain, .priority(let priority)): priority.domain ?? 0
    case (.prioritySharing, .priority(let priority)):
      Sharing.allCases.firstIndex(of: priority.sharing)
    case (.remarkDomain, .remark(let remark)): remark.domain ?? 0
    case (.interestAnswer, .interest(let interest)): interest.isInterested ? 0 : 1
    case (.interestSharing, .interest(let interest)):
      Sharing.allCases.firstIndex(of: interest.sharing)
    case (.profileStanding, .profile(let frame)):
      ProfileFrame.Standing.allCases.firstIndex(of: frame.standing)
    case (.profileNaming, .profile(let frame)): frame.mayBeNamed ? 1 : 0
    default: nil
    }
  }

  /// The record with another choice in this line.
  func choosing(_ index: Int, in record: Record) -> Record {
    switch record {
    case .priority(var priority):
      if self == .priorityDomain {
        priority.domain = index == 0 ? nil : index
      } else {
        priority.sharing = Sharing.allCases[index]
      }
      return .priority(priority)
    case .remark(var remark):
      remark.domain = index == 0 ? nil : index
      return .remark(remark)
    case .interest(var interest):
      if self == .interestAnswer {
        interest.isInterested = index == 0
      } else {
        interest.sharing = Sharing.allCases[index]
      }
      return .interest(interest)
    case .profile(var frame):
      if self == .profileStanding {
        frame.standing = ProfileFrame.Standing.allCases[index]
      } else {
        frame.mayBeNamed = index == 1
      }
      return .profile(frame)
    default: return record
    }
  }

  /// Of records that stand in a list, the line that names them.
  static func name(of record: Record) -> String {
    switch record {
    case .priority(let priority): priority.title
    case .remark(let remark): remark.institution
    default: ""
    }
  }

  /// A record of a kind before anything stands in it.
  static func blank(_ key: RecordKey, named name: String = "") -> Record? {
    switch key.kind {
    case .priority: .priority(Priority(title: name))
    case .remark: .remark(DraftRemark(institution: name))
    case .interest: .interest(Interest(isInterested: true))
    case .profile: .profile(ProfileFrame())
    case .verification:
      QuestionNumber(key.id).map { .verification(Verification(question: $0)) }
    default: nil
    }
  }
}

extension ProfileFrame.Standing {
  var phrase: Phrase {
    switch self {
    case .draft: .standingDraft
    case .consulted: .standingConsulted
    case .approved: .standingApproved
    }
  }
}
