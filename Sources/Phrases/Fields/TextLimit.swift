/// How much fits into a field: as much as what it is for can have.
package enum TextLimit {
  package static let context = 4000
  package static let paragraph = 1000
  package static let line = 300
  /// Several days, with spaces between them.
  package static let days = 120
  /// As in `2023-06-15`.
  package static let date = 10
  /// As in `09:30`.
  package static let time = 5
  package static let minutes = 4
  package static let year = 4
  package static let place = 4
  /// The code of a state, a dash and up to eight letters of a local authority.
  package static let code = 12
  package static let number = 30
}
