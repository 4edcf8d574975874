/* ncurses with wide characters, and what Swift cannot import of it: macros, variadic functions,
 * and the variables that Swift 6 refuses as shared mutable state. */
#ifndef MAJLIS_CNCURSES_SHIM_H
#define MAJLIS_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <term.h>
#include <stdlib.h>
#include <stdio.h>

static inline attr_t majlis_attribute_bold(void) { return A_BOLD; }
static inline attr_t majlis_attribute_dim(void) { return A_DIM; }
static inline attr_t majlis_attribute_reverse(void) { return A_REVERSE; }
static inline attr_t majlis_attribute_underline(void) { return A_UNDERLINE; }

static inline WINDOW *majlis_screen(void) { return stdscr; }
static inline int majlis_columns(void) { return COLS; }
static inline int majlis_rows(void) { return LINES; }
static inline int majlis_colour_count(void) { return COLORS; }
/* How many colours terminfo says, before the screen is open; setupterm comes first. */
static inline int majlis_colours_in_terminfo(void) { return tigetnum((char *)"colors"); }

/* Prepares one cell: a base and at most four marks, ended by a zero. */
static inline int majlis_set_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, short pair) {
  return setcchar(cell, text, attributes, pair, NULL);
}

/* Opens the screen on standard input and output; NULL where the terminal is not known. */
static inline SCREEN *majlis_open_screen(void) { return newterm(NULL, stdout, stdin); }

/* Writes a terminfo capability's bytes into a buffer; their number, 0 where there is none. */
static inline int majlis_capability(const char *name, char *buffer, int size) {
  const char *text = tigetstr((char *)name);
  if (text == NULL || text == (const char *)-1) return 0;
  int length = 0;
  for (; text[length] != 0 && length < size; length++) buffer[length] = text[length];
  return length;
}

#endif
