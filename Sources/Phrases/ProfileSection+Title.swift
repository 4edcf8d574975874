package import Consultation

extension ProfileSection {
  /// What it is called, in the program and in print.
  package var title: Phrase {
    switch self {
    case .foreword: .passageForeword
    case .process: .passageProcess
    case .text: .passageText
    case .developed: .passageDeveloped
    case .potential: .passagePotential
    case .practice: .publicPractices
    case .nextSteps: .passageNextSteps
    case .acknowledgements: .passageAcknowledgements
    }
  }
}
