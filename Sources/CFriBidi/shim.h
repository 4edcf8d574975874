/* What Swift cannot import of FriBidi: its constants are macros over other macros. */
#ifndef MAJLIS_CFRIBIDI_SHIM_H
#define MAJLIS_CFRIBIDI_SHIM_H

#include <fribidi/fribidi.h>
#include <stdbool.h>

static inline FriBidiParType majlis_paragraph_left_to_right(void) { return FRIBIDI_PAR_LTR; }
static inline FriBidiParType majlis_paragraph_right_to_left(void) { return FRIBIDI_PAR_RTL; }

static inline FriBidiCharType majlis_left_to_right_letter(void) { return FRIBIDI_TYPE_LTR; }
static inline bool majlis_is_right_to_left_letter(FriBidiCharType type) {
  return type == FRIBIDI_TYPE_RTL || type == FRIBIDI_TYPE_AL;
}

/* Mirrored brackets, Arabic presentation forms, lam-alef. */
static inline FriBidiFlags majlis_shape_everything(void) {
  return FRIBIDI_FLAG_SHAPE_MIRRORING | FRIBIDI_FLAG_SHAPE_ARAB_PRES | FRIBIDI_FLAG_SHAPE_ARAB_LIGA;
}
/* Mirrored brackets alone. */
static inline FriBidiFlags majlis_shape_mirroring(void) { return FRIBIDI_FLAG_SHAPE_MIRRORING; }

#endif
