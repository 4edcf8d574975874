import Consultation
import Testing

@testable import Storage

@Suite struct CanonicalJSONTests {
  @Test func ofTwoSignaturesOneStandsAsItWasGiven() {
    let earlier = SignOff(domain: 1, by: "Zaynab", at: Timestamp(milliseconds: 1), after: "a")
    let later = SignOff(domain: 1, by: "Amina", at: Timestamp(milliseconds: 2), after: nil)
    let joined = CanonicalJSON().joined(.signOff(earlier), .signOff(later))
    #expect([.signOff(earlier), .signOff(later)].contains(joined))
    #expect(CanonicalJSON().joined(.signOff(later), .signOff(earlier)) == joined)
  }

  @Test func twoWhoWroteDifferentFieldsOfOneStepHaveBoth() {
    let owned = NextStep(id: "s", text: "Publish", owner: "Ministry of Health")
    let due = NextStep(id: "s", text: "Publish", owner: "", due: CalendarDate("2023-06-15"))
    let both = NextStep(id: "s", text: "Publish", owner: owned.owner, due: due.due)
    let canonical = CanonicalJSON()
    #expect(canonical.joined(.nextStep(owned), .nextStep(due)) == .nextStep(both))
    #expect(canonical.joined(.nextStep(due), .nextStep(owned)) == .nextStep(both))
  }

  @Test func twoWhoTranslatedATitleIntoDifferentLanguagesHaveBoth() {
    func item(_ translations: [Language: TranslatedText.Translation]) -> Record {
      let title = TranslatedText("Welcome", language: .english, translations: translations)
      return .agendaItem(
        AgendaItem(id: "a", kind: .welcome, title: title, start: 540, minutes: 30)
      )
    }
    let arabic = TranslatedText.Translation("ترحيب", standing: .human)
    let french = TranslatedText.Translation("Accueil", standing: .human)
    let both = item([.arabic: arabic, .french: french])
    let canonical = CanonicalJSON()
    #expect(canonical.joined(item([.arabic: arabic]), item([.french: french])) == both)
    #expect(canonical.joined(item([.french: french]), item([.arabic: arabic])) == both)
  }
}
