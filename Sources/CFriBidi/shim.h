/* What Swift cannot import of FriBidi: its constants are macros over other macros. */
#ifndef MAJLIS_CFRIBIDI_SHIM_H
#define MAJLIS_CFRIBIDI_SHIM_H

#include <fribidi/fribidi.h>

static inline FriBidiParType majlis_paragraph_left_to_right(void) { return FRIBIDI_PAR_LTR; }
static inline FriBidiParType majlis_paragraph_right_to_left(void) { return FRIBIDI_PAR_RTL; }

#endif
