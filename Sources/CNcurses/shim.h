/* ncurses with wide characters, and what Swift cannot import of it: macros, variadic functions,
 * and the variables that Swift 6 refuses as shared mutable state. */
#ifndef MAJLIS_CNCURSES_SHIM_H
#define MAJLIS_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <term.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

static inline WINDOW *majlis_screen(void) { return stdscr; }
static inline int majlis_columns(void) { return COLS; }
static inline int majlis_rows(void) { return LINES; }
/* How many colours terminfo says, before the screen is open; setupterm comes first. */
static inline int majlis_colours_in_terminfo(void) { return tigetnum((char *)"colors"); }

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

/* What terminfo says of a number and of a flag, by their names; less than 0 and 0 where nothing. */
static inline int majlis_number(const char *name) { return tigetnum((char *)name); }
static inline int majlis_flag(const char *name) { return tigetflag((char *)name) == 1; }

/* Writes a capability's bytes with numbers in their places into a buffer; their number. */
static inline int majlis_with_numbers(const char *capability, int first, int second, char *buffer,
                                      int size) {
  const char *text = tiparm(capability, first, second);
  if (text == NULL) return 0;
  int length = 0;
  for (; text[length] != 0 && length < size; length++) buffer[length] = text[length];
  return length;
}

/* Writes a character as the locale has it into a buffer of 16 bytes; their number, 0 where it has
 * not got it. */
static inline int majlis_in_locale(unsigned int scalar, char *buffer) {
  mbstate_t state;
  memset(&state, 0, sizeof state);
  size_t length = wcrtomb(buffer, (wchar_t)scalar, &state);
  return length == (size_t)-1 ? 0 : (int)length;
}

#endif
