package import Consultation

/// One field of a record: what it is called, what stands in it, and how it is changed.
///
/// A kind of record has one list of them, beside its words. What shows a record, looks through it
/// or has it written reads that list, so that a field is described nowhere else.
package struct Field<Whole>: Sendable {
  package let label: Phrase
  package let content: Content

  /// How it is changed.
  package enum Content: Sendable {
    case written(Writing)
    case chosen(Choosing)
  }

  /// A text that is typed.
  package struct Writing: Sendable {
    /// How many letters, digits and signs it may have.
    package var limit = TextLimit.line
    package var isMultiline = false
    /// Whether it is a number, a time or a day, which are kept in Western digits.
    package var hasDigits = false
    /// What is said where the field cannot hold what was typed.
    package var problem: Phrase = .problemTitleNeeded
    let text: @Sendable (Whole, FieldSetting) -> String
    let write: @Sendable (inout Whole, String, FieldSetting) -> Bool
    /// What is read of it, where that is not what was typed.
    var shown: (@Sendable (Whole, FieldSetting) -> String)?
  }

  /// One of several choices.
  package struct Choosing: Sendable {
    /// What is asked, where the label does not say it.
    package var title: Phrase?
    /// What can be chosen, in its order.
    package let choices: @Sendable (FieldSetting) -> [String]
    let chosen: @Sendable (Whole, FieldSetting) -> Int?
    let choose: @Sendable (inout Whole, Int, FieldSetting) -> Void
  }

  /// What stands in it, as it is typed; nothing for what is chosen.
  package func text(in whole: Whole, _ setting: FieldSetting) -> String {
    if case .written(let writing) = content { writing.text(whole, setting) } else { "" }
  }

  /// What a reader reads of it; empty where there is nothing.
  package func shown(in whole: Whole, _ setting: FieldSetting) -> String {
    switch content {
    case .written(let writing):
      return writing.shown?(whole, setting) ?? setting.isolated(writing.text(whole, setting))
    case .chosen(let choosing):
      let choices = choosing.choices(setting)
      return choosing.chosen(whole, setting).flatMap {
        choices.indices.contains($0) ? choices[$0] : nil
      } ?? ""
    }
  }

  /// The record with another text in this field; `nil` where the field cannot hold it.
  package func writing(_ text: String, in whole: Whole, _ setting: FieldSetting) -> Whole? {
    guard case .written(let writing) = content else { return nil }
    var changed = whole
    return writing.write(&changed, text, setting) ? changed : nil
  }

  /// Which of the choices holds; `nil` for what is written.
  package func chosen(in whole: Whole, _ setting: FieldSetting) -> Int? {
    if case .chosen(let choosing) = content { choosing.chosen(whole, setting) } else { nil }
  }

  /// The record with another choice in this field.
  package func choosing(_ index: Int, in whole: Whole, _ setting: FieldSetting) -> Whole {
    guard case .chosen(let choosing) = content else { return whole }
    var changed = whole
    choosing.choose(&changed, index, setting)
    return changed
  }

  /// The same field as one of something larger, of which the record is a part.
  package func of<Larger>(
    _ part: @escaping @Sendable (Larger) -> Whole?,
    _ make: @escaping @Sendable (Whole, Larger) -> Larger,
  ) -> Field<Larger> {
    let field = self
    switch content {
    case .written(let writing):
      var larger = Field<Larger>.Writing(
        text: { whole, setting in part(whole).map { writing.text($0, setting) } ?? "" },
        write: { whole, text, setting in
          guard let changed = part(whole).flatMap({ field.writing(text, in: $0, setting) })
          else { return false }
          whole = make(changed, whole)
          return true
        },
        shown: { whole, setting in part(whole).map { field.shown(in: $0, setting) } ?? "" },
      )
      larger.limit = writing.limit
      larger.isMultiline = writing.isMultiline
      larger.hasDigits = writing.hasDigits
      larger.problem = writing.problem
      return Field<Larger>(label: label, content: .written(larger))
    case .chosen(let choosing):
      return Field<Larger>(
        label: label,
        content: .chosen(
          Field<Larger>.Choosing(
            title: choosing.title,
            choices: choosing.choices,
            chosen: { whole, setting in part(whole).flatMap { choosing.chosen($0, setting) } },
            choose: { whole, index, setting in
              guard let changed = part(whole).map({ field.choosing(index, in: $0, setting) })
              else { return }
              whole = make(changed, whole)
            },
          )
        ),
      )
    }
  }
}

/// For whom a field is read, and among what it is chosen.
package struct FieldSetting: Sendable {
  package let words: Words
  package let questionnaire: Questionnaire
  /// The languages of the delegation whose record it is.
  package let languages: [Language]
  package let agenda: [AgendaItem]
  /// The question whose answer it belongs to.
  package let question: Question?

  package init(
    words: Words,
    questionnaire: Questionnaire,
    languages: [Language] = [],
    agenda: [AgendaItem] = [],
    question: Question? = nil,
  ) {
    self.words = words
    self.questionnaire = questionnaire
    self.languages = languages
    self.agenda = agenda
    self.question = question
  }

  /// The reader's language.
  var language: Language { words.language }
}

extension FieldSetting {
  /// What people wrote in the fields of a record, of what is there: no days and no numbers.
  package func texts<Whole>(of whole: Whole, _ fields: [Field<Whole>]) -> [String] {
    fields.compactMap { field in
      guard case .written(let writing) = field.content, !writing.hasDigits else { return nil }
      let text = writing.text(whole, self)
      return text.isEmpty ? nil : text
    }
  }
}
