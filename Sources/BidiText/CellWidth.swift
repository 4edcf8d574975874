/// The number of cells that a character takes, as terminals and `wcwidth` count them.
enum CellWidth {
  /// The width of a base character: 2 for East Asian wide and fullwidth ones (UAX #11), else 1.
  ///
  /// Marks and invisible characters have no cell of their own and are not asked about here.
  static func width(of scalar: Unicode.Scalar) -> UInt8 {
    // The last ones are the joined forms of Arabic letters.
    guard scalar.value >= 0x1100, !(0xFE70...0xFEFF).contains(scalar.value) else { return 1 }
    var low = 0
    var high = wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      if wideRanges[middle].upperBound < scalar.value {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < wideRanges.count && wideRanges[low].contains(scalar.value) ? 2 : 1
  }
}
