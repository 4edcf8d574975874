import Consultation
import Phrases
import TestSupport
import Testing

/// Sentences that become a paragraph.
@Suite struct SentenceJoiningTests {
  @Test func joinsArabicByAnd() {
    let text = SentenceJoining(.arabic).paragraph(["اعتمدت الدولة خطة.", "لدى الدولة هيئة."])
    #expect(text == "اعتمدت الدولة خطة. ولدى الدولة هيئة.")
  }

  @Test func refersToTheSameSubjectByAPronounInEnglish() {
    let text = SentenceJoining(.english).paragraph([
      "The State has a plan.", "The State has a body.", "The State publishes data.",
      "The State is a party to one.", "The State publishes more.", "The law allows work.",
      "The law allows stay.", "The State has adopted a plan.", "The State has taken steps.",
    ])
    #expect(
      text == """
        The State has a plan. It also has a body. It publishes data. The State is a party to one. \
        It also publishes more. The law allows work. It also allows stay. The State has adopted a \
        plan. It has also taken steps.
        """
    )
  }

  @Test func refersToTheSameSubjectByAPronounInFrench() {
    let text = SentenceJoining(.french).paragraph([
      "L’État a adopté un plan.", "L’État a pris, pour tous, des mesures.",
      "L’État publie des données.", "La loi permet le travail.", "La loi prévoit le séjour.",
      "L’État publie, dans un texte, les règles.", "L’État forme régulièrement les agents.",
    ])
    #expect(
      text == """
        L’État a adopté un plan. Il a également pris, pour tous, des mesures. Il publie des données. \
        La loi permet le travail. Elle prévoit également le séjour. L’État publie, dans un texte, \
        les règles. Il forme régulièrement les agents.
        """
    )
  }

  @Test func listsThingsAsTheLanguageDoes() throws {
    for (language, text) in [
      (Language.arabic, "أ، وب، وج"), (.english, "أ, ب and ج"), (.french, "أ, ب et ج"),
    ] {
      let joining = SentenceJoining(language)
      #expect(joining.list(["أ", "ب", "ج"], words: try Words.shipped(language)) == text)
    }
    let words = try Words.shipped(.arabic)
    #expect(SentenceJoining(.arabic).list(["أ", "ب"], words: words) == "أ وب")
    #expect(SentenceJoining(.arabic).list(["أ"], words: words) == "أ")
  }

  @Test func leavesALongerSubjectAsItIs() {
    let sentences = [
      "The State has a plan.", "The State and its partners meet.", "The State’s plans are open.",
      "The law, or a decree, allows it.",
    ]
    #expect(
      SentenceJoining(.english).paragraph(sentences) == sentences.joined(separator: " ")
    )
    #expect(SentenceJoining(.english).paragraph([]) == "")
  }
}
