import Consultation

/// A place that says a term in other words than the glossary, and why.
struct TermException {
  let term: String
  let languages: Set<Language>
  /// How the place begins.
  let place: String
  let reason: String

  init(_ term: String, _ languages: Set<Language>, _ place: String, _ reason: String) {
    self.term = term
    self.languages = languages
    self.place = place
    self.reason = reason
  }

  /// Where words that are to be avoided are quoted: the answers of the official form to indicator
  /// 10.7.2.
  static let quotation = "phrases reportMethodOfficial"

  private static let national = "mgi-national-2026.1/domain-"
  private static let local = "mgi-local-2026.1/domain-"

  static let all = [
    TermException(
      "migrant",
      [.french],
      national + "1.json 1.5.2 statements established",
      "who acquires the nationality is said by its being by naturalization",
    ),
    TermException(
      "national",
      [.french],
      national + "1.json 1.5.5 text",
      "their nationality says that the women have it",
    ),
    TermException(
      "ratification",
      [.french],
      national + "1.json 1.7.1",
      "“partie à” says ratified or acceded to, in 62 characters",
    ),
    TermException("ratification", [.french], national + "1.json 1.7.3", "the same"),
    TermException(
      "ratification",
      [.french],
      "mgi-national-2026.1/questionnaire.json scales ratification partial",
      "“pour certains” follows the level above it, which names it",
    ),
    TermException(
      "ratification",
      [.french],
      "mgi-local-2026.1/questionnaire.json scales ratification partial",
      "the same",
    ),
    TermException(
      "internallyDisplacedPerson",
      [.french],
      "mgi-national-2026.1/questionnaire.json instruments Kampala2009",
      "the official title of the Kampala Convention",
    ),
    TermException(
      "localAuthorities",
      [.arabic],
      national + "4.json 4.1.3 lookFor",
      "regional and local authorities in one expression",
    ),
    TermException(
      "foreignNational",
      [.french],
      national + "5.json 5.1.3 elements information title",
      "the element reads on from its question, which names them",
    ),
    TermException(
      "national",
      [.arabic, .french],
      national + "5.json 5.2.1 elements reception title",
      "the same",
    ),
    TermException(
      "displacement",
      [.arabic, .french],
      national + "5.json 5.3.1 elements integration title",
      "the place where they were received",
    ),
    TermException(
      "return",
      [.french],
      national + "5.json 5.3.2 statements partial",
      "that programmes of reintegration are for people who return needs no saying",
    ),
    TermException(
      "body",
      [.arabic],
      national + "6.json 6.4.1 established",
      "the Arabic says “with all its elements” in place of naming them",
    ),
    TermException("referral", [.arabic], national + "6.json 6.4.1 established", "the same"),
    TermException(
      "migrationGovernanceIndicators",
      [.arabic],
      "phrases appliedTitle",
      "“المؤشرات” stands for the initials, which Arabic does not use",
    ),
    TermException("migrationGovernanceIndicators", [.arabic], "phrases exportApplied", "the same"),
    TermException(
      "facilitator",
      [.french],
      "phrases hintConsent",
      "a hint of two words at the foot of the screen",
    ),
    TermException(
      "facilitator",
      [.french],
      "phrases seatFacilitator",
      "what the room is for, whoever does it",
    ),
    TermException(
      "baseline",
      [.french],
      "phrases labelBaseline",
      "a column of 21 cells; what it is stands in full where it is opened",
    ),
    TermException(
      "disaggregatedData",
      [.arabic],
      "phrases reportObjective1",
      "the words of objective 1 in A/RES/73/195",
    ),
    TermException(
      "inclusion",
      [.french],
      "phrases reportObjective16",
      "the words of objective 16 there",
    ),
    TermException(
      "inclusion",
      [.arabic, .french],
      "phrases reportSDGQuestion3",
      "the same: that they are brought in, which is no inclusion of migrants",
    ),
    TermException(
      "evidence",
      [.french],
      "phrases reportSDGDomain2",
      "the words of the metadata of indicator 10.7.2",
    ),
    TermException(
      "wholeOfGovernment",
      [.french],
      "phrases reportSDGDomain2",
      "the words of the metadata of indicator 10.7.2",
    ),
    TermException(
      "contingencyPlan",
      [.arabic],
      "phrases reportSub5b",
      "the words of the metadata of indicator 10.7.2",
    ),
    TermException(
      "unaccompaniedChild",
      [.french],
      "phrases reportSub6c",
      "the words of the metadata of indicator 10.7.2",
    ),
    TermException(
      "facilitator",
      [.french],
      "phrases editionFacilitators",
      "the seat is named as the first page names it",
    ),
    TermException(
      "ratification",
      [.arabic, .french],
      "phrases usageInstrument",
      "English words that are typed, in all languages",
    ),
    TermException("reservation", [.arabic, .french], "phrases usageInstrument", "the same"),
    TermException(
      "agreement",
      [.arabic, .french],
      "mgi-local-2026.1",
      "one of a city with an association or an office: in French a convention, and no treaty",
    ),
    TermException(
      "body",
      [.french],
      local + "2.json 2.1.3 lookFor",
      "what deliberates is an “organe”",
    ),
    TermException(
      "body",
      [.french],
      local + "3.json 3.",
      "what municipalities share is a “structure”",
    ),
    TermException(
      "migrant",
      [.arabic, .french],
      local + "2.json 2.3.3 absent",
      "the question above names them",
    ),
    TermException(
      "recognitionOfQualifications",
      [.french],
      local + "4.json 4.2.2 absent",
      "in 62 characters; the question above says of what",
    ),
    TermException(
      "displacement",
      [.french],
      local + "5.json 5.1.6 statements partial",
      "a verb in French as in English",
    ),
  ]
}
