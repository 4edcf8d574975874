extension CaseIterable where Self: RawRepresentable<String> {
  /// All there are, as the help lists what can be chosen: `ar, en or fr`.
  static var choices: String {
    let names = allCases.map(\.rawValue)
    return [names.dropLast().joined(separator: ", "), names.last].compactMap(\.self)
      .joined(separator: " or ")
  }
}
