import BidiText
import Consultation
import Display
import Phrases

/// A person of a delegation, as far as its list of delegates tells of them.
struct Person: Equatable, Sendable {
  let name: String
  /// Empty where it is not known.
  let institution: String
  var role = ""
}

/// Who sits at a delegation's terminal, as they have said themselves.
enum Sitter: Equatable, Sendable {
  case person(Person)
  /// Who does not wish to be named: the delegation stands as author.
  case unnamed
}

/// Who sits at this terminal: asked once where delegates are listed, shown, changed at will, and
/// the author of what is done from then on.
///
/// Remembered as long as the program runs, for each delegation, and written nowhere but in the
/// changes; of a seat far away, which is one person's, from one line to the next.
extension PageContext {
  /// The person at this delegation's terminal, where one has been named.
  var person: Person? {
    guard case .delegation(let code) = desk.seat, case .person(let person) = sitters[code] else {
      return nil
    }
    return person
  }

  var isUnnamed: Bool {
    guard case .delegation(let code) = desk.seat else { return false }
    return sitters[code] == .unnamed
  }

  /// By whom what is done at this terminal is done.
  var author: String {
    guard case .delegation(let code) = desk.seat else { return setting.author }
    switch sitters[code] {
    case .person(let person): return person.name
    case .unnamed: return code.description
    case nil: return setting.author
    }
  }

  /// Who could sit here: the delegates that are listed, and who was named without being listed.
  var people: [Person] {
    let listed = (delegation?.delegates ?? []).filter { !$0.name.isEmpty }
      .map { Person(name: $0.name, institution: $0.institution, role: $0.role) }
    guard let person, !listed.contains(person) else { return listed }
    return listed + [person]
  }

  /// `Amina B. · Ministry of Interior · head of delegation`, as far as it is known.
  func line(of person: Person) -> String {
    joined([person.name, person.institution, person.role].map(isolated))
  }

  /// Who sits here, for the status line; nothing where nobody has said.
  var sitterLine: String? {
    if let person { return line(of: Person(name: person.name, institution: person.institution)) }
    return isUnnamed ? words(.personIsUnnamed) : nil
  }

  /// Asks once who sits here, where delegates are listed and nobody has said it by a command.
  mutating func askForPersonOnce() {
    guard case .delegation(let code) = desk.seat, sitters[code] == nil, !setting.isReadOnly,
      !setting.isAuthorGiven, !people.isEmpty
    else { return }
    choose(WhoSits())
  }

  /// Lets somebody else sit down.
  mutating func changePerson() {
    guard case .delegation = desk.seat else {
      notice = words(delegation == nil ? .chooseDelegationFirst : .notHere)
      return
    }
    if !refusesBecauseReadOnly() { choose(WhoSits()) }
  }

  /// Has who sat at this seat before sit there again, without being asked.
  mutating func sitAgain() {
    guard case .delegation(let code) = desk.seat, let name = setting.sitter else { return }
    sitters[code] =
      name.isEmpty ? .unnamed : .person(person(named: name) ?? Person(name: name, institution: ""))
  }

  fileprivate func person(named name: String) -> Person? { people.first { $0.name == name } }

  fileprivate mutating func sit(_ sitter: Sitter) -> [Effect] {
    guard case .delegation(let code) = desk.seat else { return [] }
    sitters[code] = sitter
    notice = words(.personSits(name: .foreign(author)))
    return [.remember(language, code)]
  }
}

/// Who sits at this terminal.
struct WhoSits: ChooserPurpose {
  func title(in context: PageContext) -> String { context.words(.personTitle) }
  func sentences(in context: PageContext) -> [String] { [context.words(.personMeaning)] }

  func entries(in context: PageContext) -> [String] {
    let code = context.delegationCode?.description ?? ""
    return context.people.map { context.line(of: $0) }
      + [context.words(.personOther), context.words(.personUnnamed(code: .own(code)))]
  }

  func chosen(in context: PageContext) -> Int? {
    let people = context.people
    return context.person.flatMap { person in people.firstIndex { $0 == person } }
      ?? (context.isUnnamed ? people.count + 1 : 0)
  }

  func choose(_ index: Int, in context: inout PageContext, at moment: Moment) -> [Effect] {
    let people = context.people
    if people.indices.contains(index) { return context.sit(.person(people[index])) }
    guard index == people.count else { return context.sit(.unnamed) }
    context.openField(NameOfPerson())
    return []
  }
}

/// The name of somebody who sits at this terminal and is not on the list.
struct NameOfPerson: TextPurpose {
  func title(in context: PageContext) -> String { context.words(.personName) }

  func keep(_ text: String, in context: inout PageContext, at moment: Moment) -> [Effect] {
    let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !name.isEmpty else { return [] }
    return context.sit(.person(context.person(named: name) ?? Person(name: name, institution: "")))
  }
}
