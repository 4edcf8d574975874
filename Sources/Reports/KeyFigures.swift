/// Figures with their year and source, as a table and a small chart in one.
package struct KeyFigures: Equatable, Sendable {
  /// What stands above each column, in the document's language.
  package struct Titles: Equatable, Sendable {
    package var name: Passage
    package var value: Passage
    package var year: Passage
    package var source: Passage

    package init(name: Passage, value: Passage, year: Passage, source: Passage) {
      self.name = name
      self.value = value
      self.year = year
      self.source = source
    }
  }

  /// How much a figure is, for its bar.
  package enum Amount: Equatable, Sendable {
    /// So many of something; figures that count the same have bars of one measure.
    case count(Double, of: String)
    /// A share of a hundred.
    case share(Double)
  }

  /// One figure.
  package struct Figure: Equatable, Sendable {
    /// What is counted: *Immigrants*.
    package var name: Passage
    /// The number as it is read, with its unit: *1 200 000* or *3.4 %*.
    package var value: Passage
    /// How much that is; without it there is no bar.
    package var amount: Amount?
    package var year: Passage?
    package var source: Passage?

    package init(
      name: Passage,
      value: Passage,
      amount: Amount? = nil,
      year: Passage? = nil,
      source: Passage? = nil,
    ) {
      self.name = name
      self.value = value
      self.amount = amount
      self.year = year
      self.source = source
    }
  }

  /// What the figures are about.
  package var title: Passage
  package var titles: Titles
  package var figures: [Figure]

  package init(title: Passage, titles: Titles, figures: [Figure]) {
    self.title = title
    self.titles = titles
    self.figures = figures
  }
}

extension KeyFigures {
  /// The figures as a table, for what draws no chart.
  var table: Table {
    func cell(_ passage: Passage?) -> Passage { passage ?? Passage("", title.language) }
    return Table(
      caption: title,
      columns: [
        Table.Column(titles.name), Table.Column(titles.value, hasNumbers: true),
        Table.Column(titles.year), Table.Column(titles.source),
      ],
      rows: figures.map { [$0.name, $0.value, cell($0.year), cell($0.source)] },
    )
  }

  /// How much of its bar a figure fills, of a thousand; `nil` where it has none.
  ///
  /// A count has a bar only beside another of the same, and the largest of them fills it.
  func filled(_ figure: Figure) -> Int? {
    switch figure.amount {
    case nil: return nil
    case .share(let share): return Self.part(share, of: 100)
    case .count(let count, let unit):
      let counts = figures.compactMap { $0.amount?.count(of: unit) }
      guard counts.count > 1, let largest = counts.max() else { return nil }
      return Self.part(count, of: largest)
    }
  }

  private static func part(_ amount: Double, of whole: Double) -> Int? {
    guard amount.isFinite, whole.isFinite, amount >= 0, whole > 0 else { return nil }
    return min(1000, Int(amount / whole * 1000))
  }
}

extension KeyFigures.Amount {
  fileprivate func count(of unit: String) -> Double? {
    guard case .count(let count, unit) = self else { return nil }
    return count
  }
}
