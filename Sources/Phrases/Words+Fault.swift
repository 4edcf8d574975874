import BidiText
package import Consultation

extension Words {
  /// One line about a fault: `FILE: domain 2, question 2.1.3: the French text is missing`.
  ///
  /// A position in the text stands right behind the file, as compilers print it.
  package func line(_ fault: Fault, file: String) -> String {
    var start = TextSanitizer.visible(file)
    var places: [String] = []
    for place in fault.place {
      switch place {
      case .file(let name): start = TextSanitizer.visible(Self.path(of: name, beside: file))
      case .position(let line, let column): start += ":\(line):\(column)"
      case .domain(let number): places.append(self(.placeDomain(number: number)))
      case .theme(let number): places.append(self(.placeTheme(number: number)))
      case .question(let number):
        places.append(self(.placeQuestion(question: number)))
      case .delegation(let code):
        places.append(self(.placeDelegation(code: .own(TextSanitizer.visible(code.quoted)))))
      case .journal(let line):
        start +=
          ":"
          + (line.map { self(.placeJournalLine(line: $0)) }
            ?? self(.placeJournal))
      case .sheet(let name, let row): start += ":\(TextSanitizer.visible(name.quoted)):\(row)"
      case .part(let name): start += ":\(TextSanitizer.visible(name.quoted))"
      case .key(let key): places.append(TextSanitizer.visible(key.quoted))
      }
    }
    let separator = language == .arabic ? "، " : ", "
    let parts = [start] + (places.isEmpty ? [] : [places.joined(separator: separator)])
    return (parts + [self(fault.what)]).joined(separator: ": ")
  }

  /// The path of a file in the folder of another one.
  private static func path(of name: String, beside file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return name }
    return file[...slash] + name
  }

  /// What is wrong, and what to do.
  package func callAsFunction(_ what: Fault.What) -> String {
    switch what {
    case .noSuchFile: self(.faultNoSuchFile)
    case .folder: self(.faultFolder)
    case .notReadable(let reason): self(.faultNotReadable(reason: .plain(reason)))
    case .notUTF8: self(.faultNotUTF8)
    case .notJSON: self(.faultNotJSON)
    case .endsTooEarly: self(.faultEndsTooEarly)
    case .tooDeep(let limit): self(.faultTooDeep(limit: limit))
    case .tooLarge(let limit): self(.faultTooLarge(limit: limit))
    case .duplicateKey(let key): self(.faultDuplicateKey(key: .quoted(key)))
    case .missingKey(let key): self(.faultMissingKey(key: .quoted(key)))
    case .wrongType(let expected):
      self(.faultWrongType(type: .own(self(expected.phrase))))
    case .unknownCode(let code, let allowed):
      self(.faultUnknownCode(allowed: .own(allowed.joined(separator: ", ")), code: .quoted(code)))
    case .wrongForm(let text): self(.faultWrongForm(text: .quoted(text)))
    case .wrongValue: self(.faultWrongValue)
    case .doesNotFit(let range):
      self(.faultDoesNotFit(highest: range.upperBound, lowest: range.lowerBound))
    case .orderDoesNotFit(let range):
      self(.faultOrderDoesNotFit(highest: range.upperBound, lowest: range.lowerBound))
    case .numberTooGreat: self(.faultNumberTooGreat)
    case .notASession: self(.faultNotASession)
    case .notAQuestionnaire: self(.faultNotAQuestionnaire)
    case .newerVersion(let version): self(.faultNewerVersion(number: version))
    case .unknownQuestionnaire(let identity):
      self(
        .faultUnknownQuestionnaire(id: .quoted(identity.id), version: .quoted(identity.version))
      )
    case .otherSession: self(.faultOtherSession)
    case .otherQuestionnaire(let identity):
      self(.faultOtherQuestionnaire(id: .quoted(identity.id), version: .quoted(identity.version)))
    case .textMissing(let language):
      self(.faultTextMissing(language: .own(self(language.traits.adjective))))
    case .duplicateNumber: self(.faultDuplicateNumber)
    case .duplicateCode(let code): self(.faultDuplicateCode(code: .quoted(code)))
    case .numberOutsideTheme(let domain, let theme):
      self(.faultNumberOutsideTheme(domain: domain, theme: theme))
    case .numberOutOfOrder(let number):
      self(.faultNumberOutOfOrder(question: number))
    case .unknownConditionQuestion(let number):
      self(.faultUnknownConditionQuestion(question: number))
    case .conditionOnLaterQuestion(let number):
      self(.faultConditionOnLater(question: number))
    case .unknownConditionCode(let number, let code):
      self(.faultUnknownConditionCode(code: .quoted(code), question: number))
    case .unknownObjective(let objective):
      self(.faultUnknownObjective(objective: .quoted(objective)))
    case .unknownSubcategory(let code): self(.faultUnknownSubcategory(code: .quoted(code)))
    case .optionsMissing: self(.faultOptionsMissing)
    case .neverAsked: self(.faultNeverAsked)
    case .servesNoObjective: self(.faultServesNoObjective)
    case .longerThanAScreen(let language, let rows):
      self(
        .faultLongerThanAScreen(language: .own(self(language.traits.adjective)), rows: rows)
      )
    case .edition(let fault): self(fault)
    case .unknownDelegation(let code): self(.faultUnknownDelegation(code: .quoted(code)))
    case .unknownQuestion(let number): self(.faultUnknownQuestion(text: .quoted(number)))
    case .valueDoesNotFit(let value): self(.faultValueDoesNotFit(value: .quoted(value)))
    case .agreedWithoutGrounds: self(.faultAgreedWithoutGrounds)
    case .duplicateIdentifier(let id): self(.faultDuplicateIdentifier(id: .quoted(id)))
    case .journalLineDamaged: self(.faultJournalLineDamaged)
    case .journalLineNotUnderstood: self(.faultJournalLineNotUnderstood)
    case .journalLineOfAnother: self(.faultJournalLineOfAnother)
    case .journalOfAnother: self(.faultJournalOfAnother)
    case .journalNewer: self(.faultJournalNewer)
    case .journalNotOwn: self(.faultJournalNotOwn)
    case .table(let fault): self(fault)
    case .look(let fault): self(fault)
    }
  }

  private func callAsFunction(_ fault: LookFault) -> String {
    switch fault {
    case .notATemplate: self(.faultTemplate)
    case .without(let name): self(.faultTemplateWithout(name: .plain(name)))
    case .nothing(let allowed):
      self(.faultNoLook(allowed: .own(allowed.joined(separator: self(.listSeparator)))))
    case .notAPicture: self(.faultNotAPicture)
    }
  }
}

extension InsertedText {
  /// What a file says, as far as it helps to find it there.
  static func quoted(_ text: String) -> Self { .plain(text.quoted) }
}

extension String {
  /// Its beginning: of what is wrong in a file nobody reads more, and there may be megabytes.
  fileprivate var quoted: String {
    let most = 80
    guard let end = unicodeScalars.index(startIndex, offsetBy: most, limitedBy: endIndex),
      end < endIndex
    else { return self }
    return String(unicodeScalars[..<end]) + "…"
  }
}

extension Fault.ExpectedType {
  fileprivate var phrase: Phrase {
    switch self {
    case .object: .typeObject
    case .array: .typeArray
    case .string: .typeString
    case .wholeNumber: .typeWholeNumber
    case .number: .typeNumber
    case .boolean: .typeBoolean
    }
  }
}
