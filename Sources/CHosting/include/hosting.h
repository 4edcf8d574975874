/* What a hosted session needs of the system and Swift cannot call: a child that ends with its
 * parent, and a process that gives up what its seat has no use for.
 *
 * Between fork and exec only async-signal-safe calls are allowed, and prctl takes a variable number
 * of arguments: hence C. */
#ifndef MAJLIS_HOSTING_H
#define MAJLIS_HOSTING_H

#include <sys/types.h>

/* Starts a program, which is asked to end when the thread that called this ends, however it ends.
 * Its standard input is empty; its output and errors go to a descriptor. No signal is blocked in
 * it, and it leads a process group of its own. Gives its process, or -1. */
pid_t majlis_spawn_tied(const char *path, char *const arguments[], char *const environment[],
                        int output);

/* From now on this process and its threads start no other program and no other process, look into
 * none, and open no socket: whoever tries is told that it is not permitted. Gives 0 when it is so. */
int majlis_give_up_processes(void);

/* From now on this thread, and those that it starts, open nothing but what lies at these paths and
 * below: some to be read, some to be written too (Landlock). What is open stays open. The lists end
 * with NULL; a path at which nothing is counts for nothing. Gives 0 when it is so; where the system
 * knows no such rules, -1 and ENOSYS. */
int majlis_keep_to_files(const char *const readable[], const char *const writable[]);

/* Holds this process to so many bytes of memory and in one file, so many seconds of the processor's
 * time, no core file, and a place behind others who want the processor. Gives 0 when it is so. */
int majlis_limit_process(unsigned long memory, unsigned long file, unsigned long seconds);

/* Whether a new terminal of this process belongs to this user and the group: 1 when it does. */
int majlis_terminal_is_of(gid_t group);

#endif
