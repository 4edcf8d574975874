#include "include/terminal_restore.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static struct termios saved;
static volatile sig_atomic_t armed = 0;
static int terminal = -1;
static char bytes[512];
static volatile sig_atomic_t length = 0;
static volatile sig_atomic_t signal_descriptor = -1;

int majlis_restore_save(int descriptor) {
  if (tcgetattr(descriptor, &saved) != 0) return -1;
  terminal = descriptor;
  armed = 1;
  return 0;
}

void majlis_restore_set_bytes(const char *text, size_t count) {
  if (count > sizeof bytes) count = sizeof bytes;
  memcpy(bytes, text, count);
  length = (sig_atomic_t)count;
}

static void give_back(void) {
  size_t written = 0;
  while (written < (size_t)length) {
    ssize_t count = write(terminal, bytes + written, (size_t)length - written);
    if (count > 0) written += (size_t)count;
    else if (count < 0 && errno != EINTR) break;
  }
  tcsetattr(terminal, TCSANOW, &saved);
}

void majlis_restore_now(void) {
  if (!armed) return;
  armed = 0;
  give_back();
}

void majlis_restore_disarm(void) { armed = 0; }

/* What becomes of a signal from now on; one that was blocked by whoever started the program is
 * let in: a terminal would else never be resized, or given back. */
static void set_action(int number, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigaction(number, &action, NULL);
  sigset_t one;
  sigemptyset(&one);
  sigaddset(&one, number);
  pthread_sigmask(SIG_UNBLOCK, &one, NULL);
}

static void crashed(int number) {
  majlis_restore_now();
  /* SA_RESETHAND has put the usual action back. */
  raise(number);
}

void majlis_restore_at_crash(void) {
  static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS};
  for (size_t index = 0; index < sizeof crashes / sizeof crashes[0]; index++)
    set_action(crashes[index], crashed, SA_RESETHAND | SA_NODEFER);
}

/* The signals by which somebody asks the program to end, or which end it for want of a handler. */
static const int endings[] = {SIGTERM, SIGHUP,    SIGINT,  SIGQUIT, SIGUSR1,  SIGUSR2, SIGALRM,
                              SIGPROF, SIGVTALRM, SIGXCPU, SIGPOLL, SIGSTKFLT, SIGPWR};

void majlis_restore_at_any_end(void) {
  majlis_restore_at_crash();
  for (size_t index = 0; index < sizeof endings / sizeof endings[0]; index++)
    set_action(endings[index], crashed, SA_RESETHAND | SA_NODEFER);
  for (int number = SIGRTMIN; number <= SIGRTMAX; number++)
    set_action(number, crashed, SA_RESETHAND | SA_NODEFER);
}

static void noted(int number) {
  int before = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(signal_descriptor, &byte, 1);
  (void)ignored;
  errno = before;
}

/* Reading or writing behind the back of the terminal's owner stops the program; so does whoever
 * sends the signal. Only what is in front has a terminal to give back. */
static void stopped(int number) {
  (void)number;
  int before = errno;
  if (armed && tcgetpgrp(terminal) == getpgrp()) give_back();
  raise(SIGSTOP);
  errno = before;
}

void majlis_signals_to(int descriptor) {
  static const int others[] = {SIGTSTP, SIGCONT, SIGWINCH};
  signal_descriptor = descriptor;
  for (size_t index = 0; index < sizeof endings / sizeof endings[0]; index++)
    set_action(endings[index], noted, SA_RESTART);
  for (int number = SIGRTMIN; number <= SIGRTMAX; number++)
    set_action(number, noted, SA_RESTART);
  for (size_t index = 0; index < sizeof others / sizeof others[0]; index++)
    set_action(others[index], noted, SA_RESTART);
  set_action(SIGTTIN, stopped, SA_RESTART);
  set_action(SIGTTOU, stopped, SA_RESTART);
  /* A pipe that nobody reads, and a file as long as files may be, are errors of a write. */
  set_action(SIGPIPE, SIG_IGN, 0);
  set_action(SIGXFSZ, SIG_IGN, 0);
}

void majlis_suspend(void) { raise(SIGSTOP); }

int majlis_terminal_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return 0;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 1;
}
