import BidiText
import Consultation
import Phrases
import Storage

/// What is handed over to one person: their key, the host's, and how to come in with them.
///
/// The same names in every invitation, so that a line that is said aloud in the room fits everybody.
struct Invitation {
  let seat: RemoteSeat
  /// The private half, as `ssh-keygen` wrote it.
  let key: [UInt8]
  /// The public half of the host's.
  let hostKey: String
  /// The addresses of the host; the first one is the one that is tried.
  let addresses: [String]
  let port: Int
  let account: String
  /// The page that explains it.
  let page: String

  struct File {
    let name: String
    let content: [UInt8]
    var isProgram = false

    init(_ name: String, _ text: String, isProgram: Bool = false) {
      self.init(name, Array(text.utf8), isProgram: isProgram)
    }

    init(_ name: String, _ content: [UInt8], isProgram: Bool = false) {
      self.name = name
      self.content = content
      self.isProgram = isProgram
    }
  }

  var files: [File] {
    [
      File("read-me.html", page),
      File("key", key),
      File("known_hosts", knownHosts),
      File("config", configuration),
      File("join.cmd", Self.windows),
      File("join.command", Self.unix, isProgram: true),
      File("join.sh", Self.unix, isProgram: true),
    ]
  }

  /// The name under which the host is known whatever its address is on the day.
  private var alias: String { "majlis-\(hostKey.suffix(12).filter { $0.isLetter || $0.isNumber })" }

  private var knownHosts: String {
    ([alias] + addresses.map { "[\($0)]:\(port)" }).map { "\($0) \(hostKey)\n" }.joined()
  }

  private var configuration: String {
    """
    Host majlis
      HostName \(addresses.first ?? "localhost")
      Port \(port)
      User \(account)
      IdentityFile key
      IdentitiesOnly yes
      HostKeyAlias \(alias)
      UserKnownHostsFile known_hosts
      StrictHostKeyChecking yes
      UpdateHostKeys no
      PreferredAuthentications publickey
      ForwardAgent no
      ForwardX11 no
      ClearAllForwardings yes
      EscapeChar none
      ConnectTimeout 20
      ServerAliveInterval 15
      ServerAliveCountMax 4
      SendEnv LANG LC_MESSAGES COLORTERM NO_COLOR

    """
  }

  /// The line to type, by the name of the computer; on Windows alike in both of its shells.
  static let lines = [("Windows", #".\join.cmd"#), ("macOS, Linux", "sh join.sh")]

  /// The files to double-click.
  static let programs = [
    ("Windows", "join.cmd"), ("macOS", "join.command"), ("Linux", "join.sh"),
  ]

  /// What is typed for the files of the box; the newer shell of Windows would change what is in them.
  static let transfers = [
    (
      "Windows",
      #"""
      .\join.cmd list
      cmd /c ".\join.cmd get NAME > NAME"
      cmd /c ".\join.cmd put NAME < NAME"
      """#,
    ),
    (
      "macOS, Linux",
      """
      sh join.sh list
      sh join.sh get NAME > NAME
      sh join.sh put NAME < NAME
      """,
    ),
  ]

  private static let unix = """
    #!/bin/sh
    # ssh takes no key that others can read, as on a stick or out of a mail: a copy of it is used.
    cd "$(dirname "$0")" || exit 1
    umask 077
    copy=$(mktemp -d) || exit 1
    trap 'rm -rf "$copy"' EXIT
    trap 'exit 1' HUP INT TERM
    cp key "$copy/key" || exit 1
    ssh -F config -i "$copy/key" majlis "$@"

    """

  private static let windows = """
    @echo off
    rem ssh takes no key that others can read, as on a stick or out of a mail: a copy of it is used.
    pushd "%~dp0"
    chcp 65001 >nul
    set "copy=%LOCALAPPDATA%\\majlis-%RANDOM%%RANDOM%"
    mkdir "%copy%"
    copy key "%copy%\\key" >nul
    icacls "%copy%\\key" /inheritance:r /grant:r "%USERNAME%:F" >nul
    ssh -F config -i "%copy%\\key" majlis %*
    if errorlevel 1 pause
    del "%copy%\\key"
    rmdir "%copy%"
    popd

    """.replacing("\n", with: "\r\n")
}

/// The page of an invitation, in three languages.
struct InvitationPage {
  let seat: RemoteSeat
  /// By what the delegation is called, where it is a delegation's.
  let name: LocalizedText?
  let address: String
  /// The words of each language, the reader's first.
  let words: [Words]

  var html: String {
    let title = "Majlis \(seat)"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Self.escaped(title))</title>
      <style>body{max-width:44em;margin:2em auto;padding:0 1em;font:1.1em/1.6 sans-serif}\
      pre,code{direction:ltr;unicode-bidi:isolate;text-align:left}\
      pre{background:#eee;padding:.6em;white-space:pre-wrap}</style>
      </head>
      <body>
      \(words.map(section).joined(separator: "<hr>\n"))
      </body>
      </html>

      """
  }

  private func section(_ words: Words) -> String {
    let direction = words.language.direction == .rightToLeft ? "rtl" : "ltr"
    let name = self.name.map { "\(words.text($0)) (\(seat))" } ?? seat.description
    let programs = Invitation.programs.map { "<li>\($0.0): <code>\($0.1)</code></li>\n" }
    let lines = Invitation.lines.map(typed)
    return """
      <section lang="\(words.language.rawValue)" dir="\(direction)">
      <h1>\(Self.escaped(words(.inviteTitle(name: .own(name)))))</h1>
      \(paragraph(words(.inviteMeaning)))\(paragraph(words(.inviteStart)))<ul>
      \(programs.joined())</ul>
      \(paragraph(words(.inviteLine)))\(lines.joined())\
      \(paragraph(words(.inviteLeave)))\
      \(paragraph(words(.inviteOtherAddress(address: .own(address)))))\
      \(paragraph(words(.inviteFiles)))\(Invitation.transfers.map(typed).joined())\
      \(paragraph(words(.invitePrivate)))</section>

      """
  }

  private func typed(_ computer: String, _ lines: String) -> String {
    "<p>\(computer)</p>\n<pre>\(Self.escaped(lines))</pre>\n"
  }

  private func paragraph(_ text: String) -> String { "<p>\(Self.escaped(text))</p>\n" }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
