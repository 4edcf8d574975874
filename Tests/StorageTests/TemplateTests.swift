import Consultation
import PlacedJSON
import Testing

@testable import Storage

/// The templates alone; that they answer a questionnaire that is shipped is tested with that.
@Suite struct TemplateTests {
  private func template(_ name: String) throws -> (session: Session, bytes: [UInt8]) {
    let bytes = try FileSystem.read("\(SchemaTests.assets)/templates/\(name).json")
    let root = try StorageError.reading { () throws(JSONFault) in try JSONReader.read(bytes) }
    return (try SessionFile.session(root) { _ in nil }.0, bytes)
  }

  @Test(arguments: ["cairo-2023", "blank", "self-assessment", "cities"])
  func isWrittenAsTheProgramWouldWriteIt(name: String) throws {
    let (session, bytes) = try template(name)
    #expect(SessionFile.text(session) == bytes)
    #expect(session.id.isEmpty)
    #expect(session.history.isEmpty)
    #expect(session.orderedDelegations.allSatisfy { $0.answers.isEmpty })
  }

  @Test func cairoHasTheTenStatesInTheSeedsOrder() throws {
    let session = try template("cairo-2023").session
    let states = ["DZA", "BHR", "DJI", "IRQ", "LBN", "LBY", "MRT", "MAR", "TUN", "YEM"]
    #expect(session.order.map(\.description) == states)
    let western = session.orderedDelegations.filter { $0.digits == .western }.map(\.code)
    #expect(western.map(\.description) == ["DZA", "LBY", "MAR", "TUN"])
    #expect(session.orderedDelegations.allSatisfy { $0.mode == .hybrid && $0.kind == .state })
    #expect(session.orderedDelegations.allSatisfy { $0.languages.first == .arabic })
    #expect(session.workshop.days == [CalendarDate("2023-06-15")])
    #expect(session.workshop.place?.reading(in: .french).text == "Le Caire")
  }

  @Test func theAgendaOfCairoHasNoHolesAndEveryLanguage() throws {
    let agenda = try template("cairo-2023").session.workshop.agenda
    for (item, next) in zip(agenda, agenda.dropFirst()) {
      #expect(item.start + item.minutes == next.start, "\(item.id)")
    }
    for item in agenda {
      for language in Language.allCases {
        #expect(item.title.reading(in: language).language == language, "\(item.id)")
      }
    }
  }

  /// No real city: their codes begin with those that ISO 3166 leaves to its users, and their
  /// official names say that they are examples.
  @Test func theCitiesAreMadeUp() throws {
    let session = try template("cities").session
    #expect(session.order.map(\.description) == ["XAA-HBR", "XAA-MTN", "XAB-OAS", "XAC-RVR"])
    for city in session.orderedDelegations {
      #expect(city.kind == .localAuthority && city.code.description.hasPrefix("X"))
      #expect(city.officialName[.english].hasSuffix("(example)"))
      #expect(city.officialName[.arabic].hasSuffix("(مثال)"))
      #expect(city.officialName[.french].hasSuffix("(exemple)"))
    }
    let agenda = session.workshop.agenda
    for (item, next) in zip(agenda, agenda.dropFirst()) {
      #expect(item.start + item.minutes == next.start, "\(item.id)")
    }
    for item in agenda {
      for language in Language.allCases {
        #expect(item.title.reading(in: language).language == language, "\(item.id)")
      }
    }
  }

  @Test func noNameHasATypewriterApostrophe() throws {
    for name in ["cairo-2023", "self-assessment", "cities"] {
      let bytes = try template(name).bytes
      #expect(!bytes.contains(UInt8(ascii: "'")))
    }
  }

  @Test func theOthersAreAsTheyAreCalled() throws {
    let blank = try template("blank").session
    #expect(blank.order.isEmpty)
    let own = try template("self-assessment").session
    #expect(own.order.count == 10)
    #expect(own.workshop.agenda.isEmpty)
  }
}
