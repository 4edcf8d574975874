/// The people of delegations that have withdrawn, as far as what stays in the session would still
/// name them: what they did for the workshop as a whole.
///
/// Somebody who also did something for another delegation, or as facilitator, is not taken for
/// one of them. Who they are is known where the delegation withdraws, from everything that it did,
/// and nowhere afterwards.
///
/// Limitations: a copy from before that holds something done for the workshop of which the file
/// knew nothing when the delegation withdrew brings that with the name it was done under.
struct DepartedPeople {
  private let codes: [String: DelegationCode]

  /// From the changes that there were, before those of the delegations are taken out.
  init(
    of withdrawn: Set<DelegationCode>,
    in history: [Change],
    delegates: [(DelegationCode, [Delegate])],
  ) {
    var codes: [String: DelegationCode] = [:]
    var others: Set<String> = []
    for change in history {
      if let code = change.delegation, withdrawn.contains(code), change.stamp.role == .delegate {
        codes[change.stamp.by] = Swift.min(codes[change.stamp.by] ?? code, code)
      } else if change.delegation != nil || change.stamp.role != .delegate {
        others.insert(change.stamp.by)
      }
    }
    for (code, delegates) in delegates where withdrawn.contains(code) {
      for delegate in delegates where !delegate.name.isEmpty {
        codes[delegate.name] = Swift.min(codes[delegate.name] ?? code, code)
      }
    }
    self.codes = codes.filter { !others.contains($0.key) }
  }

  /// The change with the delegation's code in the place of a person's name.
  func unnamed(_ change: Change) -> Change {
    guard !codes.isEmpty else { return change }
    let code = change.delegation == nil ? codes[change.stamp.by] : nil
    return Change(
      stamp: code.map { change.stamp.signed(by: $0.description) } ?? change.stamp,
      delegation: change.delegation,
      question: change.question,
      what: unnamed(change.what),
      was: unnamed(change.was),
      undoes: change.undoes,
      settles: change.settles,
    )
  }

  private func unnamed(_ what: Change.What) -> Change.What {
    guard case .record(let key, .nextStep(let step)?) = what else { return what }
    return .record(key, .nextStep(unnamed(step)))
  }

  /// The next step with the code in the place of the person who undertook it.
  func unnamed(_ step: NextStep) -> NextStep {
    guard let code = codes[step.owner] else { return step }
    var step = step
    step.owner = code.description
    return step
  }
}

extension Change {
  /// In how many places a delegation's code stands for one of its people.
  func signs(of withdrawn: Set<String>) -> Int {
    guard delegation == nil, !withdrawn.isEmpty else { return 0 }
    let owners = [what, was].compactMap { part -> String? in
      if case .record(_, .nextStep(let step)?) = part { step.owner } else { nil }
    }
    return (owners + [stamp.by]).count { withdrawn.contains($0) }
  }
}

extension Change.Stamp {
  /// The same with another name in the place of the author's, and no terminal.
  func signed(by name: String) -> Change.Stamp {
    Change.Stamp(id: id, at: at, by: name, role: role, order: order, act: act)
  }
}
