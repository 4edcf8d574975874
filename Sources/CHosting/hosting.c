#define _GNU_SOURCE
#include "include/hosting.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

pid_t majlis_spawn_tied(const char *path, char *const arguments[], char *const environment[],
                        int output) {
  pid_t parent = getpid();
  pid_t child = fork();
  if (child != 0) return child;
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  /* The parent may have ended before it was asked for. */
  if (getppid() != parent) _exit(127);
  setpgid(0, 0);
  int nothing = open("/dev/null", O_RDONLY);
  if (nothing < 0 || dup2(nothing, 0) < 0) _exit(127);
  if (dup2(output, 1) < 0 || dup2(output, 2) < 0) _exit(127);
  execve(path, arguments, environment);
  _exit(127);
}

#if defined(__x86_64__)
#define THIS_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THIS_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define NUMBER (offsetof(struct seccomp_data, nr))
#define ARCHITECTURE (offsetof(struct seccomp_data, arch))
#define FIRST_ARGUMENT (offsetof(struct seccomp_data, args))
#define REFUSE BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)
#define REFUSED(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1), REFUSE

int majlis_give_up_processes(void) {
#ifdef THIS_ARCHITECTURE
  struct sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, ARCHITECTURE),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, THIS_ARCHITECTURE, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, NUMBER),
#ifdef __x86_64__
      /* The calls of x32 have numbers of their own. */
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
      REFUSED(SYS_fork),
      REFUSED(SYS_vfork),
#endif
      REFUSED(SYS_execve),
      REFUSED(SYS_execveat),
      REFUSED(SYS_ptrace),
      REFUSED(SYS_process_vm_readv),
      REFUSED(SYS_process_vm_writev),
      REFUSED(SYS_pidfd_getfd),
      REFUSED(SYS_socket),
      REFUSED(SYS_io_uring_setup),
      REFUSED(SYS_bpf),
      REFUSED(SYS_unshare),
      REFUSED(SYS_setns),
      REFUSED(SYS_mount),
      /* Its arguments cannot be looked into; glibc then takes clone. */
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
      /* A thread is let through, a process is not. */
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 3),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, FIRST_ARGUMENT),
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0),
      REFUSE,
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = {sizeof filter / sizeof filter[0], filter};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
  /* With threads that run already: all of them, or none. */
  return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program);
#else
  errno = ENOSYS;
  return -1;
#endif
}

#ifdef SYS_landlock_create_ruleset
/* Younger than the rest of them, and than the headers of some systems. */
#define TRUNCATE_FILE (1ULL << 14)
#define OF_A_FILE \
  (LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | \
   TRUNCATE_FILE)
#define TO_READ (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define TO_WRITE \
  (TO_READ | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR | \
   LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG | \
   TRUNCATE_FILE)
#define EVERYTHING \
  (OF_A_FILE | TO_WRITE | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_SOCK | \
   LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM)

/* Lets the rules allow some access to what lies at the paths and below. */
static int allow(int rules, const char *const paths[], uint64_t access) {
  int failed = 0;
  for (; *paths != NULL; paths++) {
    struct stat information;
    int place = open(*paths, O_PATH | O_CLOEXEC);
    /* What is not there needs no rule. */
    if (place < 0) continue;
    if (fstat(place, &information) == 0) {
      struct landlock_path_beneath_attr rule = {
          .allowed_access = S_ISDIR(information.st_mode) ? access : access & OF_A_FILE,
          .parent_fd = place,
      };
      failed |= (int)syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    } else {
      failed = -1;
    }
    close(place);
  }
  return failed;
}
#endif

int majlis_keep_to_files(const char *const readable[], const char *const writable[]) {
#ifdef SYS_landlock_create_ruleset
  long version =
      syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version > 0) {
    uint64_t known = version < 3 ? EVERYTHING & ~TRUNCATE_FILE : EVERYTHING;
    struct landlock_ruleset_attr attributes = {.handled_access_fs = known};
    int rules = (int)syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
    if (rules < 0) return -1;
    int failed = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) |
                 allow(rules, readable, TO_READ & known) |
                 allow(rules, writable, TO_WRITE & known);
    if (!failed) failed = (int)syscall(SYS_landlock_restrict_self, rules, 0);
    close(rules);
    return failed;
  }
#endif
  errno = ENOSYS;
  return -1;
}

int majlis_limit_process(unsigned long memory, unsigned long file, unsigned long seconds) {
  const struct rlimit none = {0, 0}, data = {memory, memory}, size = {file, file}, few = {256, 256};
  /* First asked to end, which keeps what was being written; then ended. */
  const struct rlimit time = {seconds, seconds + 30};
  setpriority(PRIO_PROCESS, 0, 5);
  return setrlimit(RLIMIT_CORE, &none) | setrlimit(RLIMIT_DATA, &data) |
         setrlimit(RLIMIT_FSIZE, &size) | setrlimit(RLIMIT_NOFILE, &few) |
         setrlimit(RLIMIT_CPU, &time);
}

int majlis_terminal_is_of(gid_t group) {
  int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0) return 0;
  struct stat information;
  const char *name = NULL;
  if (grantpt(terminal) == 0 && unlockpt(terminal) == 0) name = ptsname(terminal);
  int is_of = name != NULL && stat(name, &information) == 0 && information.st_gid == group &&
              information.st_uid == geteuid();
  close(terminal);
  return is_of;
}
