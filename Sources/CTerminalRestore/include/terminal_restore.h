/* What gives the terminal back when the program cannot do it in peace.
 *
 * A signal handler may touch nothing but prepared memory and async-signal-safe calls, which is why
 * this is C with storage of its own and not Swift. */
#ifndef MAJLIS_TERMINAL_RESTORE_H
#define MAJLIS_TERMINAL_RESTORE_H

#include <stddef.h>

/* Saves the settings of the terminal behind this descriptor; 0 when it is a terminal. */
int majlis_restore_save(int descriptor);

/* Sets the bytes that bring the screen back; longer ones than the buffer holds are cut. */
void majlis_restore_set_bytes(const char *bytes, size_t length);

/* From now on: SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP and SIGSYS give the terminal back
 * and then do what they would have done. */
void majlis_restore_at_crash(void);

/* The same for every signal that would end the program. */
void majlis_restore_at_any_end(void);

/* Gives the terminal back now, once. */
void majlis_restore_now(void);

/* Nothing is to be given back any more: the program has done so itself. */
void majlis_restore_disarm(void);

/* Makes SIGTSTP, SIGCONT, SIGWINCH and every signal that would end the program without a crash
 * write its number as one byte to a descriptor, instead of what it would have done. SIGTTIN and
 * SIGTTOU give the terminal back and stop the program; SIGPIPE and SIGXFSZ are left to the writes
 * that cause them. */
void majlis_signals_to(int descriptor);

/* Suspends the program as Ctrl-Z would have, and returns when it goes on. */
void majlis_suspend(void);

/* The size of the terminal in cells; 0 when it has none. */
int majlis_terminal_size(int descriptor, int *columns, int *rows);

#endif
