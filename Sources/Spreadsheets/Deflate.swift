import CZlib

/// Deflate without a wrapper (RFC 1951), by zlib.
enum Deflate {
  static func checksum(of bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32(0, bytes, uInt(bytes.count)))
  }

  static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard majlis_deflate_init(&stream) == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    let bound = Int(deflateBound(&stream, uLong(bytes.count)))
    var bytes = bytes
    var result = [UInt8](repeating: 0, count: bound)
    let status = bytes.withUnsafeMutableBufferPointer { input in
      result.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = uInt(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(output.count)
        return deflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END else { return nil }
    return Array(result.prefix(Int(stream.total_out)))
  }

  /// The bytes that were compressed; they have to be as many as is said, so that a small file
  /// cannot become a large one unseen, and to take all that is given.
  static func expanded(_ bytes: ArraySlice<UInt8>, count: Int) -> [UInt8]? {
    var stream = z_stream()
    guard bytes.count <= UInt32.max, majlis_inflate_init(&stream) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var bytes = bytes
    // One byte more than there may be: zlib wants room to see the end of an empty file.
    var result = [UInt8](repeating: 0, count: count + 1)
    let status = bytes.withUnsafeMutableBufferPointer { input in
      result.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = uInt(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(output.count)
        return inflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END, stream.avail_in == 0, Int(stream.total_out) == count
    else { return nil }
    return Array(result.prefix(count))
  }
}
