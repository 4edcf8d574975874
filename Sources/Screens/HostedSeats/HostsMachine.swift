/// That the program runs at the machine on which its session is hosted, or could be, and at no seat
/// that is one delegation's.
///
/// Only where ``App/Setting`` has one is there a ``HostedSeatsPage``. A program that somebody uses
/// from another computer, a delegation's fixed terminal, one that looks on and the screen for the
/// room have none.
package struct HostsMachine: Equatable, Sendable {
  /// What is typed in a terminal so that others can come in.
  package let command: String

  package init(command: String) { self.command = command }
}
