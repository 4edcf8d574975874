/* ncurses with wide characters, and what Swift cannot import of it. */
#ifndef MAJLIS_CNCURSES_SHIM_H
#define MAJLIS_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#include <ncurses.h>

#endif
