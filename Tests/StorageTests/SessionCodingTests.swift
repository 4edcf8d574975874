import Consultation
import Foundation
import PlacedJSON
import TestSupport
import Testing

@testable import Storage

@Suite struct SessionCodingTests {
  @Test func whateverASessionHoldsComesBack() throws {
    let folder = try TemporaryFolder()
    let seed = UInt64.random(in: 0...UInt64.max)
    print("Session coding: seed \(seed)")
    var sessions = RandomSessions(seed: seed)
    for number in 0..<300 {
      let session = sessions.next()
      let bytes = SessionFile.text(session)
      let read = try SessionFile.read(bytes: bytes, assets: folder.assets)
      // Printing two whole sessions would help nobody.
      let isSame = read.session == session
      #expect(isSame, "seed \(seed), session \(number)")
      #expect(SessionFile.text(read.session) == bytes, "seed \(seed), session \(number)")
    }
  }

  @Test(arguments: [
    [0, 1, 2], [1, 1, 2], [0, 0, 0], [2, 3, 3], [7, 8, 20], [999_999, 999_999],
  ])
  func keepsTheRanksOfDelegationsOfWhichSeveralMayHaveOne(ranks: [Int]) throws {
    let codes = ["QND", "QNG", "QNJ"]
    let folder = try TemporaryFolder()
    let session = Session(
      id: "s1",
      questionnaire: Questionnaire.Identity(id: "small", version: "1"),
      workshop: Workshop(title: TranslatedText("t", language: .english)),
      delegations: try zip(codes, ranks).map { code, rank in
        let name = LocalizedText(code)
        return Delegation(
          code: try #require(DelegationCode(code)),
          rank: rank,
          shortName: name,
          officialName: name,
        )
      },
    )
    let read = try SessionFile.read(bytes: SessionFile.text(session), assets: folder.assets)
    #expect(read.session.orderedDelegations.map(\.rank) == ranks)
  }

  @Test func writesASmallSessionExactlySo() throws {
    let havenia = try #require(DelegationCode("QNG"))
    let number = try #require(QuestionNumber("1.1.1"))
    let at = Timestamp(milliseconds: 1_686_825_727_123)
    var session = Session(
      id: "s1",
      questionnaire: Questionnaire.Identity(id: "small", version: "1"),
      workshop: Workshop(
        title: TranslatedText(
          "ورشة",
          language: .arabic,
          translations: [.english: TranslatedText.Translation("Workshop", standing: .approved)],
        ),
        days: CalendarDate("2023-06-15").map { [$0] } ?? [],
      ),
      delegations: [
        Delegation(
          code: havenia,
          shortName: LocalizedText(arabic: "هافينيا", english: "Havenia", french: "Havénie"),
          officialName: LocalizedText(
            arabic: "مملكة هافينيا",
            english: "Kingdom of Havenia",
            french: "Royaume de Havénie",
          ),
          languages: [.arabic, .french],
        )
      ],
    )
    session.apply(
      Change(
        stamp: Change.Stamp(id: "c1", at: at, by: "amina"),
        delegation: havenia,
        question: number,
        what: .answered(.step(.partial), parts: .nothing, status: .draft),
        was: .answered(nil, parts: .nothing, status: .draft),
      )
    )
    #expect(String(decoding: SessionFile.text(session), as: UTF8.self) == Self.smallSession)
  }

  @Test(
    arguments: [
      ("1.1.1", "\"a code of tomorrow\"", AnswerValue.text("a code of tomorrow")),
      ("1.1.1", "12", .number(12)), ("2.1.4", "\"15 June\"", .text("15 June")),
      ("2.1.1", "\"c\"", .text("c")), ("2.1.2", "[\"q\"]", .options(["q"])),
      ("2.1.3", "\"many\"", .text("many")), ("2.1.5", "[\"x\"]", .options(["x"])),
      ("9.9.9", "\"partial\"", .step(.partial)), ("9.9.9", "\"2023-06-15\"", .text("2023-06-15")),
    ]
  )
  func keepsAValueThatDoesNotFitItsQuestion(
    question: String,
    value: String,
    read: AnswerValue,
  ) throws {
    let folder = try TemporaryFolder()
    let text = Self.smallSession.replacingOccurrences(
      of: "\"1.1.1\": {",
      with: "\"\(question)\": {",
    ).replacingFirst("\"value\": \"partial\"", with: "\"value\": \(value)")
    try folder.write(text, to: "session.json")
    let session = try folder.stored().session
    let number = try #require(QuestionNumber(question))
    let answer = try #require(session.orderedDelegations.first?.answers[number])
    #expect(answer.value == read)
    let written = try JSONReader.read(SessionFile.text(session))
    let kept = written["delegations"]?["QNG"]?["answers"]?[question]?["value"]
    let original = try JSONReader.read(Array(value.utf8))
    #expect(kept.map { JSONWriter.text($0) } == JSONWriter.text(original))
  }

  static let smallSession = """
    {
      "delegations": {
        "QNG": {
          "answers": {
            "1.1.1": {
              "at": "2023-06-15T10:42:07.123Z",
              "by": "amina",
              "sharing": "private",
              "status": "draft",
              "value": "partial"
            }
          },
          "delegates": [],
          "digits": "western",
          "kind": "state",
          "languages": [
            "ar",
            "fr"
          ],
          "mode": "inPerson",
          "officialName": {
            "ar": "مملكة هافينيا",
            "en": "Kingdom of Havenia",
            "fr": "Royaume de Havénie"
          },
          "shortName": {
            "ar": "هافينيا",
            "en": "Havenia",
            "fr": "Havénie"
          }
        }
      },
      "format": "majlis-session",
      "history": [
        {
          "at": "2023-06-15T10:42:07.123Z",
          "by": "amina",
          "delegation": "QNG",
          "id": "c1",
          "question": "1.1.1",
          "to": {
            "status": "draft",
            "value": "partial"
          },
          "was": {
            "status": "draft"
          },
          "what": "answered"
        }
      ],
      "id": "s1",
      "order": [
        "QNG"
      ],
      "questionnaire": {
        "id": "small",
        "version": "1"
      },
      "version": 1,
      "workshop": {
        "actions": [],
        "agenda": [],
        "days": [
          "2023-06-15"
        ],
        "parkingLot": [],
        "title": "ورشة",
        "titleLanguage": "ar",
        "titleTranslations": {
          "en": {
            "standing": "approved",
            "text": "Workshop"
          }
        }
      }
    }

    """
}

extension String {
  /// The text with the first of these replaced; itself where there is none.
  func replacingFirst(_ old: String, with new: String) -> String {
    range(of: old).map { replacingCharacters(in: $0, with: new) } ?? self
  }
}
