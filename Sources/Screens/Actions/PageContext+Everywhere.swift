import Consultation
import Phrases

extension PageContext {
  /// Does what an action means on every page.
  mutating func performEverywhere(_ action: Action, at moment: Moment) -> [Effect] {
    let isOwn = delegation != nil
    switch action {
    case .help: overlay = .help(firstRow: 0)
    case .search: openSearch()
    case .undo: return undo(at: moment)
    case .redo: return redo(at: moment)
    case .back: goBack()
    case .shareSeveral: shareSeveral()
    case .changePerson: changePerson()
    case .openExchanges: go(to: .exchanges(ExchangesPage()))
    case .openCards where isOwn: openCards()
    case .openExperience: go(to: .experience(ExperiencePage(domain: nil)))
    case .openParkingLot: go(to: .parkingLot(ParkingLotPage()))
    case .openNextSteps: go(to: .nextSteps(NextStepsPage()))
    case .openReports: go(to: .reports(ReportsPage()))
    case .openOurs where isOwn: go(to: .ours(OursPage()))
    case .openPassages where isOwn: go(to: .profileText(ProfileTextPage()))
    case .openPriorities where isOwn: go(to: .records(RecordsPage(kind: .priority)))
    case .raiseHand where isOwn: return raiseHand(at: moment)
    case .followRoom: return followRoom()
    case .openConflicts where isOwn: go(to: .conflicts(ConflictsPage()))
    case .bringTogether: return askForTogether()
    case .moveToNextEdition: return askForNextEdition()
    case .nextOpenQuestion where isOwn: goToNextOpen(after: question)
    default: notice = words(.notHere)
    }
    return []
  }
}
