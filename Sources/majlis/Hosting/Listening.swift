import Glibc
import Phrases
import Storage

/// Where a server was asked to listen.
struct Listening {
  /// Where it listens.
  struct Place {
    let port: Int
    /// Everywhere where there is none.
    let addresses: [String]

    /// How this machine is reached there.
    func lines(_ words: Words) -> [String] {
      (addresses.isEmpty ? LocalAddresses.all : addresses).map { address in
        words(.hostAddress(address: .plain(address), port: .own("\(port)")))
      }
    }
  }

  let port: Int?
  let addresses: [String]

  /// What was asked for, where a server of this account can listen there and give out terminals.
  func place(otherwise usual: Int, _ context: CommandContext) throws(Complaint) -> Place {
    try check(context)
    let words = context.complaintWords
    if geteuid() == 0 { Complaint([words(.hostAsRoot)], .done).report() }
    guard Account.canOpenTerminals else {
      throw Complaint([words(.hostNoTerminals)], .cannotCreate)
    }
    return Place(port: port ?? usual, addresses: addresses)
  }

  /// - Throws: what of it means nothing.
  func check(_ context: CommandContext) throws(Complaint) {
    let words = context.complaintWords
    if let port, !(1...65535).contains(port) {
      let line = words(.usageWrongValue(name: .plain("--port"), value: .plain("\(port)")))
      throw Complaint([line], .wrongUse)
    }
    for address in addresses where !LocalAddresses.isPlain(address) {
      let line = words(.usageWrongValue(name: .plain("--address"), value: .plain(address)))
      throw Complaint([line], .wrongUse)
    }
  }
}

extension Server {
  /// Starts it for this account.
  init(
    _ folder: ServerFolder,
    _ place: Listening.Place,
    _ context: CommandContext,
  ) throws(Complaint) {
    let configuration = ServerConfiguration(
      folder: folder,
      port: place.port,
      addresses: place.addresses,
      account: Account.name,
    )
    do throws(Server.Failure) {
      try self.init(configuration, context.environment)
    } catch {
      throw context.complaint(error, folder.path)
    }
  }
}

extension CommandContext {
  /// Takes a lease.
  ///
  /// - Throws: a complaint about what it is of; one that somebody else hosts says so.
  func lease(
    _ path: String,
    of file: String,
    isPatient: Bool = true,
  ) throws(Complaint) -> HostLease {
    do throws(StorageError) {
      return try HostLease(path, isPatient: isPatient)
    } catch .heldByAnother {
      throw complaint(.hostHeld, of: file, .heldByAnother)
    } catch {
      throw Complaint(error, file: file, words: complaintWords)
    }
  }

  /// What went wrong with a server.
  func complaint(_ failure: Server.Failure, _ folder: String) -> Complaint {
    let words = complaintWords
    return switch failure {
    case .isNotInstalled: Complaint([words(.hostNotInstalled)], .noSuchFile)
    case .ended(let reason):
      Complaint([words(.hostServerEnded(reason: .plain(reason)))], .readingOrWritingFailed)
    case .folder(let error): Complaint(error, file: folder, words: words)
    }
  }
}
