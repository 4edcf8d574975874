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
    if delegationCode == nil {
      go(to: .delegations(ListState()))
    } else {
      go(to: .delegation(DelegationPage()))
    }
    return [.remember(language, delegationCode)]
  }

  mutating func updateDelegations(_ list: ListState, _ action: Action) -> [Effect]? {
    var list = list
    switch action {
    case .choose(let number): return chooseDelegation(number - 1)
    case .open: return chooseDelegation(list.selected)
    default:
      let count = session.order.count + 1
      guard list.move(action, count: count, pageSize: bodyArea.height) else { return nil }
      show(.delegations(list))
      return []
    }
  }

  private mutating func chooseDelegation(_ index: Int) -> [Effect] {
    if index == session.order.count {
      show(.delegations(ListState(selected: index)))
      enterRoom()
      return []
    }
    guard session.order.indices.contains(index) else { return [] }
    if let receipt = session.receipt(of: session.order[index]) {
      notice = words(Refusal.withdrawn(receipt.at))
      return []
    }
    delegationCode = session.order[index]
    role = .delegate
    show(.delegations(ListState(selected: index)))
    go(to: .delegation(DelegationPage()))
    return [.remember(language, delegationCode)]
  }
}
