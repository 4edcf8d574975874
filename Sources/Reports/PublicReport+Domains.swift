import Consultation
import Phrases

/// The domains of a profile, each told by its themes and by what the state chose of it.
extension PublicReport {
  var prose: ProfileProse {
    ProfileProse(text.words, in: text.questionnaire, by: profile.languages)
  }

  func passages(_ place: ProfileText.Place) -> [PublicPassage] { profile.passages[place] ?? [] }

  func chapter(_ domain: Domain) -> [Block] {
    let name = "domain-\(domain.number)"
    let place = { ProfileText.Place($0, domain: domain.number) }
    let themes = passages(place(.text)).flatMap { paragraph in
      heading(above: paragraph, in: domain) + paragraphs(paragraph)
    }
    let chosen = [ProfileSection.developed, .potential].compactMap { section in
      points(section, of: domain, called: text.own(section.title))
    }
    let blocks =
      themes + (chosen.isEmpty ? [] : [.keyPoints(chosen)])
      + practices(passages(place(.practice)), name)
    guard !blocks.isEmpty else { return [] }
    let title = text.own(text.domain(domain))
    return [text.heading(1, name, title, domain: domain.number)] + blocks
  }

  /// The theme's title above what is said of it; none above what the delegation added.
  private func heading(above passage: PublicPassage, in domain: Domain) -> [Block] {
    let theme = domain.themes.first { $0.number == passage.theme }
    return theme.map { theme in
      [
        text.heading(2, "domain-\(domain.number)-theme-\(theme.number)", text.text(theme.title))
      ]
    } ?? []
  }

  /// A passage as paragraphs; what the delegation wrote on several lines as several.
  func paragraphs(_ passage: PublicPassage) -> [Block] {
    text(of: passage).flatMap { whole in
      whole.text.split(whereSeparator: \.isNewline).map { line in
        .paragraph(Passage(String(line), whole.language, marker: whole.marker))
      }
    }
  }

  /// What a passage says; nothing where it has no words.
  func text(of passage: PublicPassage) -> [Passage] {
    let text =
      switch passage.content {
      case .written(let written): self.text.title(written)
      case .suggested(.prioritized(_, let title)):
        self.text.written(title, by: profile.languages)
      case .suggested(let suggestion): self.text.own(prose.text(suggestion))
      }
    return text.text.isEmpty ? [] : [text]
  }

  /// What the state tells of its experience: in its own words, or as its card has it.
  private func practices(_ practices: [PublicPassage], _ name: String) -> [Block] {
    let blocks = practices.flatMap { practice -> [Block] in
      guard case .suggested(.practice(_, let card)) = practice.content else {
        return paragraphs(practice)
      }
      let lines = [card.done, card.by, card.instrument].filter { !$0.isEmpty }
      return [
        .definitions([
          Definition(
            label: text.name(card.title, by: profile.languages),
            text: text.written(lines.joined(separator: "\n"), by: profile.languages),
          )
        ])
      ]
    }
    guard !blocks.isEmpty else { return [] }
    return [text.heading(2, "\(name)-practices", .publicPractices)] + blocks
  }
}
