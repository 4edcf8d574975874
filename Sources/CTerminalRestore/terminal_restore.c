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

void majlis_restore_now(void) {
  if (!armed) return;
  armed = 0;
  size_t written = 0;
  while (written < (size_t)length) {
    ssize_t count = write(terminal, bytes + written, (size_t)length - written);
    if (count > 0) written += (size_t)count;
    else if (count < 0 && errno != EINTR) break;
  }
  tcsetattr(terminal, TCSANOW, &saved);
}

void majlis_restore_disarm(void) { armed = 0; }

static void crashed(int number) {
  majlis_restore_now();
  /* SA_RESETHAND has put the usual action back. */
  raise(number);
}

void majlis_restore_at_crash(void) {
  static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP};
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = crashed;
  action.sa_flags = SA_RESETHAND | SA_NODEFER;
  for (size_t index = 0; index < sizeof crashes / sizeof crashes[0]; index++)
    sigaction(crashes[index], &action, NULL);
}

static void noted(int number) {
  int before = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(signal_descriptor, &byte, 1);
  (void)ignored;
  errno = before;
}

void majlis_signals_to(int descriptor) {
  static const int signals[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};
  signal_descriptor = descriptor;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = noted;
  action.sa_flags = SA_RESTART;
  /* Whoever started the program may have blocked them: a terminal would then never be resized. */
  sigset_t unblocked;
  sigemptyset(&unblocked);
  for (size_t index = 0; index < sizeof signals / sizeof signals[0]; index++) {
    sigaction(signals[index], &action, NULL);
    sigaddset(&unblocked, signals[index]);
  }
  pthread_sigmask(SIG_UNBLOCK, &unblocked, NULL);
  struct sigaction ignore;
  memset(&ignore, 0, sizeof ignore);
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &ignore, NULL);
}

void majlis_suspend(void) { raise(SIGSTOP); }

int majlis_terminal_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return 0;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 1;
}
