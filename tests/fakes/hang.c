/* SPDX-License-Identifier: MIT */
/* usage: hang PATH PROGRAM ARGUMENT…
 *
 * Runs a program, and what it starts, on a file system that does not answer, as a share does whose
 * server is gone: calls for the path and all beneath it stay in the kernel. Lines on stdin say for
 * which from then on: "hang PATH", or "go on" for none, as at first if the path is "-". Each is
 * answered with itself, and each call that stays is told as "held NAME", the name of its thread. */
#include <fcntl.h>
#include <glib-unix.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAX_PATH 4096

typedef struct {
  int number;
  int folder; /* which argument is the folder that a path is relative to; -1 for none */
  int path;   /* which argument is the path */
} Call;

static const Call calls[] = {
#ifdef __NR_open
  { __NR_open, -1, 0 },      { __NR_stat, -1, 0 },
  { __NR_lstat, -1, 0 },     { __NR_readlink, -1, 0 },
  { __NR_access, -1, 0 },
#endif
  { __NR_openat, 0, 1 },     { __NR_openat2, 0, 1 },
  { __NR_newfstatat, 0, 1 }, { __NR_statx, 0, 1 },
  { __NR_faccessat, 0, 1 },  { __NR_faccessat2, 0, 1 },
  { __NR_readlinkat, 0, 1 }, { __NR_inotify_add_watch, -1, 1 },
};

typedef struct {
  char **command; /* (borrowed) */
  GMainLoop *loop;
  GAsyncQueue *begun; /* has one element when `listener` and `child` are set */
  int listener;
  pid_t child;
  int status;   /* with which it ended */
  char *hung;   /* (owned) NULL for none */
  GArray *held; /* (owned) of guint64: the calls that wait for their answer */
} Hang;

/* For the calling thread and what it starts: the kernel asks about these calls. The descriptor to
 * answer by. */
static int
filter_install (void)
{
  struct sock_filter filter[2 * G_N_ELEMENTS (calls) + 2];
  struct sock_fprog program = { .filter = filter };

  filter[program.len++] =
      (struct sock_filter) BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, nr));
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++) {
    filter[program.len++] =
        (struct sock_filter) BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, (guint32) calls[i].number, 0, 1);
    filter[program.len++] = (struct sock_filter) BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF);
  }
  filter[program.len++] = (struct sock_filter) BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
    return -1;
  return (int) syscall (SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER,
                        &program);
}

static gboolean
end (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

/* It lives as long as the program, which is killed with it. */
static gpointer
start (gpointer data)
{
  Hang *hang = data;

  hang->listener = filter_install ();
  if (hang->listener < 0)
    g_error ("this kernel does not ask about calls: %m");
  hang->child = fork ();
  if (hang->child == 0) {
    prctl (PR_SET_PDEATHSIG, SIGKILL);
    execv (hang->command[0], hang->command);
    _exit (127);
  }
  g_async_queue_push (hang->begun, hang);
  while (waitpid (hang->child, &hang->status, 0) < 0)
    continue;
  g_idle_add (end, hang->loop);
  return NULL;
}

static char *
dup_link (guint32 pid, const char *what)
{
  g_autofree char *path = g_strdup_printf ("/proc/%u/%s", pid, what);
  char *target = g_file_read_link (path, NULL);

  return target ? target : g_strdup ("/");
}

/* The folder an argument means. */
static char *
dup_folder (const struct seccomp_notif *asked, int argument)
{
  int fd = argument < 0 ? AT_FDCWD : (int) asked->data.args[argument];
  g_autofree char *what = fd < 0 ? g_strdup ("cwd") : g_strdup_printf ("fd/%d", fd);

  return dup_link (asked->pid, what);
}

static char *
dup_argument (const struct seccomp_notif *asked, int argument)
{
  g_autofree char *memory = g_strdup_printf ("/proc/%u/mem", asked->pid);
  char *text = g_malloc0 (MAX_PATH + 1);
  int fd = open (memory, O_RDONLY | O_CLOEXEC);

  if (fd < 0 || pread (fd, text, MAX_PATH, (off_t) asked->data.args[argument]) < 0)
    text[0] = '\0';
  if (fd >= 0)
    close (fd);
  return text;
}

static char *
dup_path (const struct seccomp_notif *asked)
{
  const Call *call = calls;
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;

  while (call->number != asked->data.nr)
    call++;
  name = dup_argument (asked, call->path);
  folder = name[0] == '/' ? NULL : dup_folder (asked, call->folder);
  return folder ? g_build_filename (folder, name, NULL) : g_steal_pointer (&name);
}

static gboolean
is_hung (const Hang *hang, const struct seccomp_notif *asked)
{
  g_autofree char *path = hang->hung ? dup_path (asked) : NULL;
  gsize length = hang->hung ? strlen (hang->hung) : 0;

  return path && strncmp (path, hang->hung, length) == 0
         && (path[length] == '/' || path[length] == '\0');
}

static void
let_go_on (const Hang *hang, guint64 id)
{
  struct seccomp_notif_resp answer = { .id = id, .flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE };

  ioctl (hang->listener, SECCOMP_IOCTL_NOTIF_SEND, &answer);
}

static void
hold (Hang *hang, const struct seccomp_notif *asked)
{
  g_autofree char *path = g_strdup_printf ("/proc/%u/comm", asked->pid);
  g_autofree char *name = NULL;

  g_array_append_val (hang->held, asked->id);
  if (g_file_get_contents (path, &name, NULL, NULL))
    printf ("held %s", name);
  fflush (stdout);
}

static gboolean
asked_about (int fd, GIOCondition condition, gpointer data)
{
  Hang *hang = data;
  struct seccomp_notif asked = { 0 };

  if (condition & G_IO_HUP)
    return G_SOURCE_REMOVE;
  if (ioctl (fd, SECCOMP_IOCTL_NOTIF_RECV, &asked) < 0)
    return G_SOURCE_CONTINUE;
  if (is_hung (hang, &asked))
    hold (hang, &asked);
  else
    let_go_on (hang, asked.id);
  return G_SOURCE_CONTINUE;
}

static gboolean
told (int fd, GIOCondition condition, gpointer data)
{
  Hang *hang = data;
  char line[MAX_PATH];
  ssize_t got = read (fd, line, sizeof line - 1);

  if (got <= 0)
    return G_SOURCE_REMOVE;
  line[got] = '\0';
  g_strchomp (line);
  g_clear_pointer (&hang->hung, g_free);
  if (g_str_has_prefix (line, "hang "))
    hang->hung = g_strdup (line + strlen ("hang "));
  for (guint i = 0; !hang->hung && i < hang->held->len; i++)
    let_go_on (hang, g_array_index (hang->held, guint64, i));
  if (!hang->hung)
    g_array_set_size (hang->held, 0);
  printf ("%s\n", line);
  fflush (stdout);
  return G_SOURCE_CONTINUE;
}

static gboolean
asked_to_end (gpointer data)
{
  kill (((Hang *) data)->child, SIGTERM);
  return G_SOURCE_CONTINUE;
}

int
main (int argc, char **argv)
{
  Hang hang = { .command = argv + 2,
                .loop = g_main_loop_new (NULL, FALSE),
                .begun = g_async_queue_new (),
                .held = g_array_new (FALSE, FALSE, sizeof (guint64)) };
  GThread *thread;

  hang.hung = argv[1][0] == '/' ? g_strdup (argv[1]) : NULL;
  g_unix_signal_add (SIGTERM, asked_to_end, &hang);
  thread = g_thread_new ("start", start, &hang);
  g_async_queue_pop (hang.begun);
  g_unix_fd_add (hang.listener, G_IO_IN | G_IO_HUP, asked_about, &hang);
  g_unix_fd_add (STDIN_FILENO, G_IO_IN | G_IO_HUP, told, &hang);
  g_main_loop_run (hang.loop);
  g_thread_join (thread);
  g_main_loop_unref (hang.loop);
  g_async_queue_unref (hang.begun);
  g_array_unref (hang.held);
  g_free (hang.hung);
  return WIFEXITED (hang.status) ? WEXITSTATUS (hang.status) : 128 + WTERMSIG (hang.status);
}
