package import Consultation

/// The digits in which numbers are written.
package enum Digits: String, CaseIterable, Sendable {
  case arabic
  case western

  /// The digits for texts in a language, for a delegation that writes these.
  ///
  /// Arabic-Indic digits stand in Arabic text only.
  package init(for language: Language, as usual: Delegation.Digits) {
    self = language == .arabic && usual == .arabic ? .arabic : .western
  }

  /// The same text with its digits 0 to 9 in these.
  package func write(_ text: String) -> String {
    switch self {
    case .western: text
    case .arabic:
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { scalar in
            guard (0x30...0x39).contains(scalar.value) else { return scalar }
            return Unicode.Scalar(scalar.value - 0x30 + 0x660) ?? scalar
          }
        )
      )
    }
  }
}
