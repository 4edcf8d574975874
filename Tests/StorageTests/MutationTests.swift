import Consultation
import Foundation
import Glibc
import Phrases
import PlacedJSON
import TestSupport
import Testing

@testable import Storage

/// Files from anywhere: read to a value or refused with reasons, and never anything else.
@Suite(.serialized) struct MutationTests {
  private static let tries = LongRuns.count(1000, long: 250_000)

  /// Tries so many mutated texts, and prints how it went.
  private func tryMutations(
    of good: [UInt8],
    called name: String,
    _ read: ([UInt8]) throws -> Void,
  ) {
    let seed = UInt64.random(in: 0...UInt64.max)
    var mutations = Mutations(seed: seed)
    var accepted = 0
    var longest = Duration.zero
    for _ in 0..<Self.tries {
      let bytes = mutations.mutated(good)
      let time = ContinuousClock().measure {
        do {
          try read(bytes)
          accepted += 1
        } catch {
          #expect(
            error is StorageError || error is JSONFault,
            "seed \(seed): \(error)",
          )
        }
      }
      longest = max(longest, time)
    }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    print(
      "mutated \(name): \(Self.tries) texts, \(accepted) accepted, longest \(longest), "
        + "most memory so far \(usage.ru_maxrss / 1024) MB, seed \(seed)"
    )
    #expect(usage.ru_maxrss < 4 << 20, "kilobytes")
  }

  @Test func aSessionIsReadOrRefusedAndWhatIsReadIsWrittenAndReadAgain() throws {
    let folder = try TemporaryFolder()
    var sessions = RandomSessions(seed: 7)
    var session = sessions.next()
    while session.order.count < 2 || session.history.count < 3 { session = sessions.next() }
    tryMutations(of: SessionFile.text(session), called: "session") { bytes in
      let stored = try SessionFile.read(bytes: bytes, assets: folder.assets)
      let again = try SessionFile.read(bytes: stored.text, assets: folder.assets)
      #expect(again.session == stored.session)
      #expect(again.text == stored.text)
      _ = stored.session.faults(in: stored.questionnaire)
      _ = stored.session.conflicts()
      _ = try SessionFile.merge(stored, again)
    }
  }

  @Test func aJournalGivesWhatIsWholeInIt() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let journal = try folder.journal()
    var position = Journal.Position()
    for text in ["one", "two", "three"] { _ = try journal.append([.note(text)], at: &position) }
    let path = Companions(ofSession: folder.session).journal
    tryMutations(of: try FileSystem.read(path), called: "journal") { bytes in
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      let notes = try folder.stored().session.notes
      #expect(
        ["one", "two", "three"].starts(with: notes)
          || Set(notes).isSubset(of: ["one", "two", "three"])
      )
    }
  }

  @Test func aQuestionnaireIsReadOrRefused() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/mutated.json"
    tryMutations(of: Array(SmallQuestionnaire.text.utf8), called: "questionnaire") { bytes in
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      let questionnaire = try QuestionnaireFile.read(path)
      #expect(questionnaire.faults().isEmpty)
    }
  }

  @Test func aCatalogueOfWordsIsReadOrRefused() throws {
    let good = """
      {"kept": "حُفظ في {time}", "recovered": {"one": "تغيير واحد", "other": "{count} تغييرا"}}
      """
    tryMutations(of: Array(good.utf8), called: "words") { bytes in
      let catalogue = try Catalogue(language: .arabic, json: bytes)
      _ = Words(catalogue, about: .localAuthority, digits: .arabic)(.recovered(count: 3))
    }
  }

  @Test func aMillionQuestionsAreReadWithinBounds() throws {
    let folder = try TemporaryFolder()
    let count = LongRuns.count(20_000, long: 1_000_000)
    let answers = (0..<count).map { index in
      let number = "\(index / 998_001 + 1).\(index / 999 % 999 + 1).\(index % 999 + 1)"
      return "\"\(number)\": {\"value\": \"partial\"}"
    }
    let text = SessionCodingTests.smallSession
      .replacingFirst("\"answers\": {", with: "\"answers\": {\(answers.joined(separator: ",")),")
      .replacingFirst("\"1.1.1\": {\"value\": \"partial\"},", with: "")
    let time = try ContinuousClock().measure {
      let stored = try SessionFile.read(bytes: Array(text.utf8), assets: folder.assets)
      #expect(stored.session.answeredOutside(stored.questionnaire).count >= count - 20)
    }
    print("a session of \(count) answers: read in \(time)")
  }
}
