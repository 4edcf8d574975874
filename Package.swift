// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// What every target of the house is compiled with.
let houseSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// Of small targets that every start and every page runs through: optimised in a debug build too.
///
/// The tests start some thousand programs, each of which reads the catalogues first. The large
/// targets took four times as long to compile so.
let quickSettings = houseSettings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "majlis",
  products: [
    .executable(name: "majlis", targets: ["majlis"])
  ],
  dependencies: [
    // The command line: subcommands, options, help, completions.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // SHA-256: checksums of the journal, fingerprints; scrypt and ChaCha20: sealed files.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    // Mustache: the frame of a report's page, which an office can replace by its own.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // The command line, the event loop, the effects: the only target that knows all others.
    .executableTarget(
      name: "majlis",
      dependencies: [
        "BidiText", "CHosting", "Consultation", "Display", "Phrases", "Reports", "Screens",
        "Spreadsheets", "Storage", "TerminalIO",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: houseSettings,
    ),
    // State, update and view of every page; no IO.
    .target(
      name: "Screens",
      dependencies: ["BidiText", "Consultation", "Display", "Phrases"],
      swiftSettings: houseSettings,
    ),
    // A report as a value, and what is made of it: Markdown, HTML, plain text, CSV, pandoc's form.
    .target(
      name: "Reports",
      dependencies: [
        "BidiText", "Consultation", "Phrases", "PlacedJSON", "Spreadsheets",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: houseSettings,
    ),
    // The only code that calls ncurses.
    .target(
      name: "TerminalIO",
      dependencies: ["BidiText", "CNcurses", "CTerminalRestore", "Display"],
      swiftSettings: houseSettings,
    ),
    // The only code that touches the disk.
    .target(
      name: "Storage",
      dependencies: [
        "Consultation", "PlacedJSON",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      resources: [.copy("../../Assets")],
      swiftSettings: houseSettings,
    ),
    // A screen and a key, as values.
    .target(name: "Display", dependencies: ["BidiText"], swiftSettings: quickSettings),
    // The interface's words, plurals, digits.
    .target(
      name: "Phrases",
      dependencies: ["BidiText", "Consultation", "PlacedJSON"],
      swiftSettings: houseSettings,
    ),
    // From a string to cells and back.
    .target(name: "BidiText", dependencies: ["CFriBidi"], swiftSettings: quickSettings),
    // The model: what is asked, answered, changed, shared.
    .target(name: "Consultation", swiftSettings: houseSettings),
    // JSON read with the place of each value, and written so that `git diff` reads well.
    .target(name: "PlacedJSON", swiftSettings: quickSettings),
    // Tables of other programs: CSV and XLSX read with places, XLSX written.
    .target(
      name: "Spreadsheets",
      dependencies: ["CExpat", "CZlib"],
      swiftSettings: houseSettings,
    ),
    // The saved terminal settings and the bytes that a signal handler writes to give it back.
    .target(name: "CTerminalRestore"),
    // A child that ends with its parent, and a process that starts no other: for hosted sessions.
    .target(name: "CHosting"),
    // Sample questionnaires and sessions in a few words, golden comparison, seeded chance.
    .target(
      name: "TestSupport",
      dependencies: [
        "BidiText", "Consultation", "Display", "Phrases", "PlacedJSON", "Screens", "Storage",
      ],
      path: "Tests/TestSupport",
      swiftSettings: houseSettings,
    ),
    .testTarget(
      name: "BidiTextTests",
      dependencies: ["BidiText", "CFriBidi", "TestSupport"],
      swiftSettings: houseSettings,
    ),
    .testTarget(
      name: "ConsultationTests",
      dependencies: ["Consultation", "TestSupport"],
      swiftSettings: houseSettings,
    ),
    .testTarget(
      name: "DisplayTests",
      dependencies: ["BidiText", "Display", "TestSupport"],
      swiftSettings: houseSettings,
    ),
    .testTarget(
      name: "PhrasesTests",
      dependencies: ["BidiText", "Consultation", "Phrases", "TestSupport"],
      swiftSettings: houseSettings,
    ),
    .testTarget(
      name: "ScreensTests",
      dependencies: ["BidiText", "Consultation", "Display", "Phrases", "Screens", "TestSupport"],
      exclude: ["Golden"],
      swiftSettings: houseSettings,
    ),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "BidiText", "Consultation", "Phrases", "PlacedJSON", "Reports", "Spreadsheets", "Storage",
        "TestSupport",
      ],
      exclude: ["Golden"],
      swiftSettings: houseSettings,
    ),
    .testTarget(
      name: "TerminalIOTests",
      dependencies: [
        "BidiText", "Consultation", "Display", "Screens", "TerminalIO", "TestSupport",
      ],
      swiftSettings: houseSettings,
    ),
    // The real program, in processes and terminals of its own.
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "Consultation", "Phrases", "PlacedJSON", "Screens", "Spreadsheets", "Storage",
        "TestSupport", "majlis",
      ],
      swiftSettings: houseSettings,
    ),
    .testTarget(
      name: "PlacedJSONTests",
      dependencies: ["PlacedJSON", "TestSupport"],
      swiftSettings: houseSettings,
    ),
    .testTarget(
      name: "SpreadsheetsTests",
      dependencies: ["Spreadsheets", "TestSupport"],
      swiftSettings: houseSettings,
    ),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Consultation", "Phrases", "PlacedJSON", "Storage", "TestSupport",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Golden"],
      swiftSettings: houseSettings,
    ),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .systemLibrary(name: "CFriBidi", providers: [.apt(["libfribidi-dev"])]),
    // What is in an XLSX file is compressed XML.
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
  ],
)

// How long things take; nobody else needs the packages for it, and so they are not fetched.
if ProcessInfo.processInfo.environment["MAJLIS_BENCHMARKS"] == "1" {
  package.dependencies.append(
    // Rounds, warming up, percentiles. Its counting of allocations needs packages more, and is off.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: [])
  )
  package.targets += [
    // In the process, by `swift package benchmark`.
    .executableTarget(
      name: "Inside",
      dependencies: [
        "BidiText", "CFriBidi", "Consultation", "Display", "Phrases", "Reports", "Screens",
        "Storage", "TestSupport",
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Tests/Benchmarks/Inside",
      swiftSettings: houseSettings,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")],
    ),
    // The facilitator's screen while ten processes write, by `swift run Room`.
    .executableTarget(
      name: "Room",
      dependencies: ["TestSupport"],
      path: "Tests/Benchmarks/Room",
      swiftSettings: houseSettings + [.unsafeFlags(["-parse-as-library"])],
    ),
  ]
}

// Inputs by coverage, with libFuzzer; it brings its own entry point, so nothing else may be built
// with it.
if ProcessInfo.processInfo.environment["MAJLIS_FUZZING"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "Fuzzing",
      dependencies: ["Consultation", "Storage"],
      path: "Tests/Fuzzing",
      swiftSettings: houseSettings + [.unsafeFlags(["-parse-as-library"])],
    )
  )
}
