import Display
import Consultation
import Phrases

extension App {
  /// The first page of all: three lines, three languages, one key.
  mutating func updateLanguage(_ list: ListState, _ action: Action) -> [Effect]? {
    var list = list
    switch action {
    case .choose(let number):
      guard Language.allCases.indices.contains(number - 1) else { return [] }
      return chooseLanguage(Language.allCases[number - 1])
    case .open: return chooseLanguage(Language.allCases[list.selected])
    default:
      guard list.move(action, count: Language.allCases.count, pageSize: 3) else { return nil }
      show(.language(list))
      return []
    }
  }

  private mutating func chooseLanguage(_ language: Language) -> [Effect] {
    self.language = language
    go(to: firstPage)
    askForPersonOnce()
    return [.remember(language, delegationCode)]
  }

  mutating func updateDelegations(_ list: ListState, _ action: Action) -> [Effect]? {
    var list = list
    switch action {
    case .choose(let number): return chooseDelegation(number - 1)
    case .open: return chooseDelegation(list.selected)
    default:
      let count = desk.order.count + 1
      guard list.move(action, count: count, pageSize: bodyArea.height) else { return nil }
      show(.delegations(list))
      return []
    }
  }

  private mutating func chooseDelegation(_ index: Int) -> [Effect] {
    if index == desk.order.count {
      show(.delegations(ListState(selected: index)))
      enterRoom()
      return []
    }
    guard desk.order.indices.contains(index) else { return [] }
    do throws(Refusal) {
      try desk.sit(at: desk.order[index])
    } catch {
      notice = words(error)
      return []
    }
    show(.delegations(ListState(selected: index)))
    go(to: .delegation(DelegationPage()))
    askForPersonOnce()
    return [.remember(language, delegationCode)]
  }
}
