package import Consultation

// What the codes of the model are called, on screens and in what commands print.

extension AnswerStatus {
  package var phrase: Phrase {
    switch self {
    case .draft: .statusDraft
    case .agreed: .statusAgreed
    case .toVerify: .statusToVerify
    }
  }
}

extension Sharing {
  package var phrase: Phrase {
    switch self {
    case .private: .sharingPrivate
    case .room: .sharingRoom
    case .report: .sharingReport
    }
  }

  /// With whom an answer is shared, for the status line.
  package var sharedPhrase: Phrase {
    switch self {
    case .private: .sharedWithNobody
    case .room: .sharedWithRoom
    case .report: .sharedWithReport
    }
  }
}

extension Applied {
  package var phrase: Phrase {
    switch self {
    case .fully: .appliedFully
    case .partly: .appliedPartly
    case .notYet: .appliedNotYet
    case .notKnown: .appliedNotKnown
    }
  }
}

extension Evidence.Kind {
  package var phrase: Phrase {
    switch self {
    case .law: .kindLaw
    case .policy: .kindPolicy
    case .strategy: .kindStrategy
    case .agreement: .kindAgreement
    case .institution: .kindInstitution
    case .dataSource: .kindDataSource
    case .practice: .kindPractice
    }
  }
}

extension Delegation.Mode {
  package var phrase: Phrase {
    switch self {
    case .inPerson: .modeInPerson
    case .online: .modeOnline
    case .hybrid: .modeHybrid
    }
  }
}

extension ProfileFrame.Standing {
  package var phrase: Phrase {
    switch self {
    case .draft: .standingDraft
    case .consulted: .standingConsulted
    case .approved: .standingApproved
    }
  }
}

extension AgendaItem.Kind {
  package var phrase: Phrase {
    switch self {
    case .welcome: .kindWelcome
    case .experience: .kindExperience
    case .domain: .kindDomain
    case .discussion: .kindDiscussion
    case .priorities: .kindPriorities
    case .compact: .kindCompact
    case .pause: .kindPause
    case .closing: .kindClosing
    }
  }
}

extension Delegation.Digits {
  package var phrase: Phrase {
    switch self {
    case .arabic: .digitsArabic
    case .western: .digitsWestern
    }
  }
}

extension Consulted.Manner {
  package var phrase: Phrase {
    switch self {
    case .meeting: .mannerMeeting
    case .letter: .mannerLetter
    case .online: .mannerOnline
    }
  }
}
