import Consultation
import Glibc
import Storage

/// What libFuzzer calls with each input: the first byte tells as what the rest is read.
///
/// Built and run by hand, since it needs libFuzzer's own entry point:
/// `MAJLIS_FUZZING=1 swift build -c release --scratch-path .build-fuzzing --product Fuzzing \
/// -Xswiftc -sanitize=fuzzer`, then `.build-fuzzing/release/Fuzzing -runs=1000000 CORPUS`.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  switch start[0] % 3 {
  case 0: Inputs.trySession(bytes)
  case 1: Inputs.tryJournal(bytes)
  default: Inputs.tryQuestionnaire(bytes)
  }
  return 0
}

/// libFuzzer's driver, which this program's own entry point hands over to: the package manager
/// gives each executable an entry point of its own name.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ tryInput: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt,
) -> CInt

@_cdecl("Fuzzing_main")
public func enter(
  _ count: CInt,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>,
) -> CInt {
  var count = count
  var arguments = arguments
  return runDriver(&count, &arguments) { tryInput($0, $1) }
}

private enum Inputs {
  private static let assets: Assets? = try? Assets(environment: [:])
  /// In memory, so that the disk does not set the pace.
  private static let folder: String = {
    let folder = "/dev/shm/majlis-fuzzing-\(getpid())"
    mkdir(folder, 0o700)
    return folder
  }()

  static func trySession(_ bytes: [UInt8]) {
    guard let assets, let stored = try? SessionFile.read(bytes: bytes, assets: assets) else {
      return
    }
    guard let again = try? SessionFile.read(bytes: stored.text, assets: assets),
      again.session == stored.session
    else { fatalError("what was read is not read again as it was written") }
    _ = stored.session.faults(in: stored.questionnaire)
    _ = stored.session.conflicts()
  }

  static func tryJournal(_ bytes: [UInt8]) {
    guard let assets else { return }
    let path = "\(folder)/s.json"
    if access(path, F_OK) != 0, let cairo = try? assets.template("cairo-2023", id: "cairo") {
      try? SessionFile.create(cairo.session, at: path)
    }
    write(bytes, "\(folder)/.s.json.journal")
    guard (try? SessionFile.read(path, assets: assets)) != nil else {
      fatalError("a journal keeps a session from opening")
    }
  }

  static func tryQuestionnaire(_ bytes: [UInt8]) {
    let path = "\(folder)/questionnaire.json"
    write(bytes, path)
    _ = try? QuestionnaireFile.read(path)
  }

  private static func write(_ bytes: [UInt8], _ path: String) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    _ = Glibc.write(file, bytes, bytes.count)
    close(file)
  }
}
