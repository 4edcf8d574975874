import Glibc

/// The addresses under which other computers may reach this one.
enum LocalAddresses {
  /// Those of the networks that are up, without those that lead to this machine alone or that mean
  /// something on one wire only.
  static var all: [String] {
    var first: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&first) == 0 else { return [] }
    defer { freeifaddrs(first) }
    var found: [String] = []
    var next = first
    while let entry = next?.pointee {
      next = entry.ifa_next
      let flags = Int(entry.ifa_flags)
      guard flags & Int(IFF_UP) != 0, flags & Int(IFF_LOOPBACK) == 0,
        let address = entry.ifa_addr, let text = text(of: address), !found.contains(text)
      else { continue }
      found.append(text)
    }
    return found
  }

  private static func text(of address: UnsafeMutablePointer<sockaddr>) -> String? {
    let family = Int32(address.pointee.sa_family)
    let length: Int
    switch family {
    case AF_INET: length = MemoryLayout<sockaddr_in>.size
    case AF_INET6: length = MemoryLayout<sockaddr_in6>.size
    default: return nil
    }
    var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    let status = getnameinfo(
      address,
      socklen_t(length),
      &name,
      socklen_t(name.count),
      nil,
      0,
      NI_NUMERICHOST,
    )
    guard status == 0 else { return nil }
    let text = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) },
      as: UTF8.self,
    )
    return text.hasPrefix("fe80:") ? nil : text
  }

  /// Whether a text can be an address or a name of a machine, and nothing else in a configuration.
  static func isPlain(_ text: String) -> Bool {
    (1...253).contains(text.utf8.count) && !text.hasPrefix("-")
      && text.utf8.allSatisfy { byte in
        (0x30...0x3A).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || [0x2D, 0x2E].contains(byte)
      }
  }
}
