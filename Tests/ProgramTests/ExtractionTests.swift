import Foundation
import TestSupport
import Testing

/// A delegation's own file: given, completed elsewhere, brought back, taken away.
@Suite(.waitsForPrograms) struct ExtractionTests {
  /// A workshop in which Morocco and Algeria have written something that is theirs alone.
  private func workshop() throws -> Program {
    let program = try Program()
    try program.run("new s.json")
    try program.run(
      "answer s.json --delegation MAR --question 1.1.1 --value partial --note",
      "سر المغرب MOROCCO-ONLY",
    )
    try program.run(
      "answer s.json --delegation DZA --question 1.1.1 --value absent --note",
      "ALGERIA-ONLY",
    )
    return program
  }

  private func shell(_ program: Program, _ command: String) throws -> Program.Outcome {
    try Program.run(
      "/bin/sh",
      ["-c", command],
      environment: program.environment,
      folder: program.folder,
    )
  }

  @Test func anExtractHasNothingOfTheOthersAndAFingerprintThatAnyoneCanRecompute() throws {
    let program = try workshop()
    #expect(try program.run("extract s.json --delegation MAR -o m.json") == Program.Outcome())
    let text = try program.text("m.json")
    #expect(text.contains("MOROCCO-ONLY"))
    for foreign in ["ALGERIA-ONLY", "DZA", "Algeria", "Tunisia"] {
      #expect(!text.contains(foreign), "\(foreign)")
    }
    #expect(try program.run("check m.json") == Program.Outcome())
    let carried = try shell(program, "jq -r .handOver.fingerprint m.json").output
    let canonical = try shell(program, "jq -S .delegations.MAR m.json | sha256sum | cut -c1-64")
    #expect(carried.count == 65)
    #expect(carried == canonical.output)
    let shown = try shell(
      program,
      "\(Program.path) show s.json --delegation MAR --format json | sha256sum | cut -c1-64",
    )
    #expect(carried == shown.output)
    #expect(try program.run("show m.json").output.contains(carried.dropLast()))
  }

  @Test func copiesComeBackInAnyOrderAndTwice() throws {
    let program = try workshop()
    try program.run("extract s.json --delegation MAR -o m.json")
    try program.run("extract s.json --delegation DZA -o d.json")
    try program.run("answer m.json --delegation MAR --question 1.1.1 --value established --as A")
    try program.run("answer d.json --delegation DZA --question 1.1.2 --value declined --as B")
    try program.run("answer s.json --delegation MAR --question 1.1.1 --value absent --as C")
    let first = try program.run("merge s.json m.json d.json -o one.json")
    let second = try program.run("merge d.json s.json m.json d.json -o two.json")
    #expect(first.status == 0)
    #expect(first.output == second.output)
    #expect(try program.text("one.json") == program.text("two.json"))
    #expect(first.output.split(separator: "\n").count == 1)
    #expect(first.output.contains("MAR 1.1.1"))
    #expect(first.output.contains("(A)") && first.output.contains("(C)"))
    #expect(try program.run("merge s.json m.json d.json").status == 0)
    #expect(try program.text("s.json") == program.text("one.json"))
    #expect(try program.run("merge s.json d.json").status == 0)
    #expect(try program.text("s.json") == program.text("one.json"))
    #expect(try program.run("check s.json") == Program.Outcome())
  }

  @Test func aFileOfAnotherSessionIsRefusedAndChangesNothing() throws {
    let program = try workshop()
    try program.run("new other.json")
    let before = try program.text("s.json")
    let merged = try program.run("merge s.json other.json")
    #expect(merged.status == 65)
    #expect(merged.complaints.hasPrefix("majlis: other.json: this is another session"))
    #expect(try program.text("s.json") == before)
    let missing = try program.run("merge s.json nowhere.json")
    #expect(missing.status == 66)
    #expect(try program.run("extract s.json --delegation XXX").status == 64)
  }

  @Test func afterAWithdrawalNoByteOfItsTextsIsLeft() throws {
    let program = try workshop()
    // Versions beside it, and a copy that came back.
    try program.run("extract s.json --delegation MAR -o copy.json")
    try program.run("merge s.json copy.json")
    #expect(
      try program.run("withdraw s.json --delegation MAR -o taken.json --as Amina")
        == Program.Outcome()
    )
    #expect(try program.text("taken.json").contains("MOROCCO-ONLY"))
    try FileManager.default.removeItem(atPath: program.file("taken.json"))
    let copy = try program.text("copy.json")
    try FileManager.default.removeItem(atPath: program.file("copy.json"))
    #expect(try shell(program, "grep -rl MOROCCO-ONLY .").output == "")
    #expect(try shell(program, "grep -rl ALGERIA-ONLY . | grep -v '~$'").output == "./s.json\n")
    #expect(try shell(program, "jq -r '.receipts[].delegation' s.json").output == "MAR\n")
    #expect(try program.run("show s.json").output.contains("SHA-256"))
    // What comes of it from elsewhere is not let in again.
    try program.write(copy, to: "copy.json")
    let merged = try program.run("merge s.json copy.json")
    #expect(merged.output.hasPrefix("MAR took its answers out"))
    #expect(try !program.text("s.json").contains("MOROCCO-ONLY"))
    let answer = try program.run(
      "answer s.json --delegation MAR --question 1.1.1 --value partial"
    )
    #expect(answer.status == 64)
    #expect(try program.run("check s.json") == Program.Outcome())
  }

  @Test func aSealedCopyIsReadByItsPassphraseAlone() throws {
    let program = try workshop()
    try program.write("كلمة السر\n", to: "right")
    try program.write("another\n", to: "wrong")
    #expect(
      try program.run(
        "extract s.json --delegation MAR -o m.json.age --seal --passphrase-file right"
      ) == Program.Outcome()
    )
    #expect(try shell(program, "grep -c MOROCCO-ONLY m.json.age").output == "0\n")
    let wrong = try program.run("merge s.json m.json.age --passphrase-file wrong")
    #expect(wrong.status == 65)
    #expect(wrong.complaints.contains("this passphrase does not open it"))
    #expect(try program.run("merge s.json m.json.age --passphrase-file right").status == 0)
    let opened = try program.run(
      "open m.json.age --plain --language en --delegation MAR --question 1.1.2 --passphrase-file right",
      input: "1\n",
    )
    #expect(opened.status == 0)
    #expect(
      opened.complaints == "majlis: m.json.age: opened, and put into m.json; "
        + "go on with that file\n"
    )
    #expect(try program.text("m.json").contains("1.1.2"))
    #expect(try program.run("open m.json.age --plain --passphrase-file right").status == 73)
  }

  @Test func realGitBringsTwoBranchesOfASessionTogether() throws {
    let program = try workshop()
    // As the README and `merge --help` say it.
    let driver = "\(Program.path) merge %A %B -o %A.merged && mv -f %A.merged %A"
    let script = """
      set -e
      export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org
      export GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
      git init -q -b main .
      git config merge.majlis.driver '\(driver)'
      echo '*.json merge=majlis' > .gitattributes
      git add .gitattributes s.json && git commit -q -m start
      git checkout -q -b home
      \(Program.path) answer s.json --delegation MAR --question 1.1.1 --value established --as home
      \(Program.path) answer s.json --delegation MAR --question 1.1.2 --value partial --as home
      git commit -q -a -m home
      git checkout -q main
      \(Program.path) answer s.json --delegation MAR --question 1.1.1 --value absent --as office
      \(Program.path) answer s.json --delegation DZA --question 1.1.3 --value declined --as office
      git commit -q -a -m office
      git merge -q -m both home
      git status --porcelain --untracked-files=no
      """
    let merged = try shell(program, script)
    #expect(merged.status == 0, "\(merged)")
    #expect(merged.output.contains("MAR 1.1.1"))
    #expect(try program.run("check s.json") == Program.Outcome())
    let lines = try ["MAR", "DZA"].map { code in
      try program.run("log s.json --delegation \(code)").output.split(separator: "\n").count
    }
    #expect(lines.reduce(0, +) == 8)
    let shown = try program.run("show s.json --delegation MAR --format json").output
    #expect(shown.contains("\"1.1.2\""))
    // The driver leaves nothing beside git's own files.
    #expect(try shell(program, "ls -A | grep merge_file").output == "")
  }
}
