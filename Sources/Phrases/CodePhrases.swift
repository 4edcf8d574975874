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

extension Language {
  package var phrase: Phrase {
    switch self {
    case .arabic: .languageArabic
    case .english: .languageEnglish
    case .french: .languageFrench
    }
  }
}
