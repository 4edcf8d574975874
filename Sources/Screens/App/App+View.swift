package import Display
import BidiText
import Consultation
import Phrases

extension App {
  /// The least that a page can be read in.
  package static let leastWidth = 60
  package static let leastHeight = 16

  var isTooSmall: Bool { width < Self.leastWidth || height < Self.leastHeight }

  /// The screen as it is now.
  package func view() -> Canvas {
    var layouts = LayoutCache()
    return view(keeping: &layouts)
  }

  /// The screen as it is now, drawn with what was laid out for the last ones.
  package func view(keeping layouts: inout LayoutCache) -> Canvas {
    var canvas = Canvas(
      width: max(1, width),
      height: max(1, height),
      direction: direction,
      lent: &layouts,
    )
    draw(on: &canvas)
    canvas.giveBack(to: &layouts)
    return canvas
  }

  private func draw(on canvas: inout Canvas) {
    guard !isTooSmall else { return drawTooSmall(on: &canvas) }
    drawTop(on: &canvas)
    if let body = currentBody(&canvas.layouts) {
      body.flow.draw(
        on: &canvas,
        in: bodyArea,
        firstRow: body.firstRow,
        symbols: setting.symbols,
      )
    }
    if case .delegation(let page) = page, hasTwoPanes { drawQuestions(of: page, on: &canvas) }
    if case .room = page, hasAgendaPane { drawAgenda(on: &canvas) }
    drawStatus(on: &canvas)
    drawHints(on: &canvas)
    drawOverlay(on: &canvas)
  }

  /// Where the work stands: between the top line and the status line, never wider than is
  /// pleasant to read.
  var bodyArea: Area {
    let whole = Area(row: 2, start: 0, width: width, height: height - 5)
    if case .delegation = page, hasTwoPanes {
      return whole.inset(start: 2).split(startWidth: 62).start
    }
    if case .room = page, hasAgendaPane {
      return whole.inset(start: 2).split(startWidth: 80).start
    }
    let isList = if case .questions = page { true } else { false }
    return whole.inset(start: 1, end: 1).centred(maximumWidth: isList ? 118 : 78)
  }

  /// What the body shows, and the first row of it that is seen.
  func currentBody(_ layouts: inout LayoutCache) -> (flow: LaidOutFlow, firstRow: Int)? {
    let area = bodyArea
    let flow: Flow
    var wanted = 0
    switch page {
    case .language(let list): flow = languageBody(list)
    case .delegations(let list): flow = delegationsBody(list)
    case .delegation(let page): flow = delegationBody(of: page)
    case .introduction(let page):
      flow = introductionBody(of: page)
      wanted = page.scrolled
    case .question(let page):
      flow = questionBody(of: page, width: area.width, height: area.height, &layouts)
      wanted = page.scrolled
    case .questions(let page): flow = questionsBody(of: page)
    case .sharing(let page): flow = sharingBody(of: page)
    case .instruments(let list): flow = instrumentsBody(list)
    case .evidence(let list): flow = evidenceBody(list)
    case .evidenceEntry(let id, let list): flow = evidenceEntryBody(id, list)
    case .room(let list): flow = roomBody(list, &layouts)
    case .sharedDelegation(let code, let list): flow = sharedBody(code, list)
    case .parkingLot(let list): flow = parkingLotBody(list)
    case .nextSteps(let list): flow = nextStepsBody(list)
    case .nextStep(let id, let list): flow = nextStepBody(id, list)
    case .positions(let list): flow = positionsBody(list)
    case .position(let institution, let list): flow = positionBody(institution, list)
    case .differing(let list): flow = differingBody(list)
    case .reports(let list): flow = reportsBody(list)
    case .report(let page): flow = reportBody(page)
    case .ours(let list): flow = oursBody(list)
    case .records(let kind, let list): flow = recordsBody(kind, list)
    case .record(let key, let list): flow = recordBody(key, list)
    case .comments(let list): flow = commentsBody(list)
    case .consulted(let domain, let list): flow = consultedBody(domain, list)
    case .consultation(let id, let list): flow = consultationBody(id, list)
    case .prepare(let list): flow = prepareBody(list)
    case .agendaItem(let id, let list): flow = agendaItemBody(id, list)
    case .delegationFrame(let code, let list): flow = frameBody(code, list)
    case .delegate(let code, let id, let list): flow = delegateBody(code, id, list)
    case .exchanges(let list): flow = exchangesBody(list)
    case .exchange(let id, let list): flow = exchangeBody(id, list)
    case .cards(let list): flow = cardsBody(list)
    case .card(let id, let list): flow = cardBody(id, list)
    case .experience(let domain, let list): flow = experienceBody(domain, list)
    case .sharedCard(let owner, let id, let list): flow = sharedCardBody(owner, id, list)
    case .history(let list): flow = historyBody(list)
    case .conflicts(let list): flow = conflictsBody(list)
    case .closing(let page): flow = closingBody(of: page)
    case .end(let page):
      flow = endBody()
      wanted = page.scrolled
    }
    let laidOut = LaidOutFlow(flow, &layouts)
    return (laidOut, laidOut.firstRow(showing: area.height, wanted: wanted))
  }

  /// What the body says, row by row.
  var bodyTexts: [(text: String, entry: Int?)] {
    var layouts = LayoutCache()
    return currentBody(&layouts)?.flow.flow.texts ?? []
  }

  private func drawTooSmall(on canvas: inout Canvas) {
    let text = words(
      .tooSmall,
      ["width": .number(Self.leastWidth), "height": .number(Self.leastHeight)],
    )
    canvas.writeWrapped(text, in: canvas.area)
  }

  // MARK: Where I am

  private func drawTop(on canvas: inout Canvas) {
    var area = Area(row: 0, start: 1, width: width - 2, height: 1)
    if let consentBanner {
      canvas.write(consentBanner, in: area, style: .attention)
      area = area.moved(rows: 1, cells: 0)
    }
    let place = placeOfPage
    let endWidth =
      place.end.isEmpty ? 0 : canvas.writeAtEnd(place.end, in: area, style: .quiet) + 2
    canvas.write(place.start, in: area.inset(end: endWidth), style: .heading)
  }

  /// What the top line says: where the person is, and how far.
  var placeOfPage: (start: String, end: String) {
    let separator = " \(setting.symbols.separator) "
    let name = delegation.map { words.text($0.shortName) }
    let title = workshopTitle
    switch page {
    case .language: return (words(.programName), "")
    case .delegations, .room, .sharedDelegation, .parkingLot, .nextSteps, .nextStep, .exchanges,
      .exchange, .prepare, .agendaItem, .delegationFrame, .delegate, .experience, .sharedCard:
      return (title, "")
    case .delegation: return ([name, title].compactMap(\.self).joined(separator: separator), "")
    case .introduction(let page): return (domainPlace(page.domain), "")
    case .closing(let page): return (domainPlace(page.domain), "")
    case .end: return (name ?? title, "")
    case .question(let page): return (questionPlace(page.number), position(of: page.number))
    case .report(let page): return (self.title(of: page.report), positionInReport(page))
    case .conflicts, .differing, .consulted, .consultation, .ours, .records, .record, .cards,
      .card, .reports, .questions, .sharing:
      return ([name, title].compactMap(\.self).joined(separator: separator), "")
    case .instruments, .evidence, .evidenceEntry, .history, .positions, .position,
      .comments:
      guard let question = currentQuestion else { return (name ?? title, "") }
      return (questionPlace(question.number), position(of: question.number))
    }
  }

  var workshopTitle: String {
    words.text(desk.workshop.title)
  }

  private func domainPlace(_ number: Int) -> String {
    let title = questionnaire.domain(numbered: number).map { words.text($0.title) } ?? ""
    let parts = [delegation.map { words.text($0.shortName) }, "\(words.number(number)) \(title)"]
    return parts.compactMap(\.self).joined(separator: " \(setting.symbols.separator) ")
  }

  private func questionPlace(_ number: QuestionNumber) -> String {
    let theme = questionnaire.theme(of: number).map { words.text($0.title) }
    return [domainPlace(number.domain), theme].compactMap(\.self)
      .joined(separator: " \(setting.symbols.separator) ")
  }

  /// The number of a question, and which of its domain it is: `1.1.2   2/18`.
  private func position(of number: QuestionNumber) -> String {
    let numbers = asked?.inDomain(number.domain) ?? []
    let index = numbers.firstIndex(of: number).map { $0 + 1 }
    return words(
      .position,
      [
        "number": .own(words.number(number)),
        "index": .own(index.map { words.number($0) } ?? "–"),
        "count": .number(numbers.count),
      ],
    )
  }
}
