import CExpat

extension XMLElement {
  /// Reads the root of an XML file and all that is in it, by expat.
  ///
  /// A document type is refused, and with it every entity of a file's own: nothing in a small file
  /// can become a large text.
  init(reading bytes: [UInt8]) throws(XMLFailure) {
    guard let count = Int32(exactly: bytes.count), let parser = XML_ParserCreate(nil) else {
      throw XMLFailure(.tooManyElements, line: 1, column: 1)
    }
    defer { XML_ParserFree(parser) }
    var reading = XMLReading(parser)
    // expat calls handlers from within `XML_Parse` alone, which ends within this closure, and so
    // while the pointer is good; the parser is freed at the end of this function and known nowhere
    // else. Nobody else touches `reading` meanwhile.
    let status = withUnsafeMutablePointer(to: &reading) { place in
      XML_SetUserData(parser, place)
      XMLReading.setHandlers(of: parser)
      return bytes.withUnsafeBytes {
        XML_Parse(parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), count, 1)
      }
    }
    guard status == XML_STATUS_OK, let root = reading.root else {
      throw reading.refusal ?? XMLFailure(.notWellFormed, at: parser)
    }
    self = root
  }
}

extension XMLFailure {
  /// Of what expat is at.
  fileprivate init(_ what: What, at parser: XML_Parser) {
    self.init(
      what,
      line: Int(XML_GetCurrentLineNumber(parser)),
      column: Int(XML_GetCurrentColumnNumber(parser)) + 1,
    )
  }
}

/// What expat has told of a file so far.
private struct XMLReading {
  private static let deepest = 64
  /// Some 100 MB; a workbook of as many cells as are read has fewer.
  private static let mostElements = 2_000_000

  private(set) var root: XMLElement?
  /// Why the file is not read on although it may be XML.
  private(set) var refusal: XMLFailure?
  private var open: [XMLElement] = []
  private var count = 0
  private let parser: XML_Parser

  init(_ parser: XML_Parser) { self.parser = parser }

  /// Has expat tell the reading that its user data points to.
  static func setHandlers(of parser: XML_Parser) {
    XML_SetElementHandler(
      parser,
      { XMLReading.at($0)?.pointee.begin($1, $2) },
      { data, _ in XMLReading.at(data)?.pointee.end() },
    )
    XML_SetCharacterDataHandler(parser) { XMLReading.at($0)?.pointee.take($1, count: $2) }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      XMLReading.at(data)?.pointee.refuse(.documentType)
    }
  }

  private static func at(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Self>? {
    data?.assumingMemoryBound(to: Self.self)
  }

  private mutating func refuse(_ what: XMLFailure.What) {
    // expat may still tell the end of an element that was closed at once.
    if refusal == nil { refusal = XMLFailure(what, at: parser) }
    XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  private mutating func begin(
    _ name: UnsafePointer<XML_Char>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?,
  ) {
    guard let name, open.count < Self.deepest else {
      return refuse(.tooDeep(limit: Self.deepest))
    }
    count += 1
    guard count <= Self.mostElements else { return refuse(.tooManyElements) }
    var values: [String: String] = [:]
    // Names and values take turns; a null pointer ends them.
    var place = attributes
    while let key = place?.pointee, let value = place?.successor().pointee {
      values[Self.name(key)] = String(cString: value)
      place = place?.advanced(by: 2)
    }
    open.append(XMLElement(name: Self.name(name), attributes: values))
  }

  private mutating func end() {
    guard refusal == nil, let closed = open.popLast() else { return }
    if open.isEmpty {
      root = closed
    } else {
      open[open.count - 1].children.append(closed)
    }
  }

  private mutating func take(_ text: UnsafePointer<XML_Char>?, count: Int32) {
    guard !open.isEmpty else { return }
    let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
    open[open.count - 1].text += String(decoding: bytes, as: UTF8.self)
  }

  private static func name(_ name: UnsafePointer<XML_Char>) -> String {
    let whole = String(cString: name)
    if whole.hasSuffix(":id") { return "r:id" }
    guard let colon = whole.lastIndex(of: ":") else { return whole }
    return String(whole[whole.index(after: colon)...])
  }
}
