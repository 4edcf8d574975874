package import Display

extension Terminal {
  /// Makes the terminal show a canvas, in one write of what differs from what it shows.
  ///
  /// Where not all of it could be written, nothing is known of what is shown, and the next frame
  /// begins anew: the terminal is gone, or a signal came while it took nothing.
  package mutating func show(_ canvas: Canvas) {
    let bytes = encoder.bytes(from: shown, to: canvas)
    let isShown = TerminalOutput.write(bytes, to: 1, interruptedBy: signals)
    shown = isShown ? canvas : nil
  }
}
