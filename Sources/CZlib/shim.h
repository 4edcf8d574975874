#ifndef MAJLIS_CZLIB_H
#define MAJLIS_CZLIB_H

#include <zlib.h>

// Raw deflate, as zip files have it: a negative window says so. The two are macros, which Swift
// does not see.
static inline int majlis_deflate_init(z_streamp stream) {
  return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8,
                      Z_DEFAULT_STRATEGY);
}

static inline int majlis_inflate_init(z_streamp stream) {
  return inflateInit2(stream, -MAX_WBITS);
}

#endif
