/// Names like those that the program gives to what belongs to a session, in whichever case and
/// whether there is such a session or not.
enum CompanionNames {
  static func contains(_ name: String) -> Bool {
    let name = name.lowercased()
    if name.hasPrefix("."), [".journal", ".lock", ".here", ".tmp"].contains(where: name.hasSuffix) {
      return true
    }
    return isVersion(name) || isNumbered(name)
  }

  static func isPresenceFolder(_ name: String) -> Bool {
    name.hasPrefix(".") && name.lowercased().hasSuffix(".here")
  }

  /// Whether it is that of a version: `NAME.~1~`.
  private static func isVersion(_ name: String) -> Bool {
    guard name.hasSuffix("~"), let start = name.dropLast().lastIndex(of: "~"),
      name[..<start].hasSuffix(".")
    else { return false }
    return name[name.index(after: start)...].dropLast().allSatisfy(\.isNumber)
  }

  /// Whether it is that of something set aside: `NAME.damaged`, `NAME.damaged-2`,
  /// `.NAME.journal.aside-1`, `NAME.rescued-1.json`.
  private static func isNumbered(_ name: String) -> Bool {
    let name = name.hasSuffix(".json") ? name.dropLast(5) : name[...]
    let digits = name.reversed().prefix(while: \.isNumber).count
    let start = name.dropLast(digits)
    return digits == 0
      ? start.hasSuffix(".damaged")
      : [".damaged-", ".journal.aside-", ".rescued-"].contains(where: start.hasSuffix)
  }
}
