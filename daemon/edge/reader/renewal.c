/* SPDX-License-Identifier: MIT */
#include "edge/reader/renewal.h"

#include <errno.h>
#include <sys/auxv.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "model/calendar/pack.h"

#define TRIED "ONED_RENEWED"
#define SUPERVISED "ONED_SUPERVISED" /* share/systemd/oned.service.in */
#define RUNNING "/proc/self/exe"     /* leads to the program itself, also when its name is gone */

struct OneRenewal {
  char *program;    /* (owned) absolute path it was started from; NULL if that is not known */
  char **arguments; /* (owned) */
  char *tried;      /* (owned) the pair that was the reason for the last start; NULL for none */
};

OneRenewalStep
one_renewal_decide (const OneRenewalFacts *facts)
{
  g_autofree char *pair = one_renewal_dup_pair (facts->ours, facts->readers);

  if (facts->readers == 0 || facts->readers == facts->ours || !facts->replaced
      || g_strcmp0 (facts->tried, pair) == 0)
    return ONE_RENEWAL_NONE;
  return facts->supervised ? ONE_RENEWAL_EXIT : ONE_RENEWAL_EXEC;
}

char *
one_renewal_dup_pair (guint32 ours, guint32 readers)
{
  return g_strdup_printf ("%u %u", ours, readers);
}

/* FALSE also if there is none: nothing is gained by starting that. */
static gboolean
is_another_program (const char *path)
{
  struct stat there, running;

  return stat (path, &there) == 0 && stat (RUNNING, &running) == 0
         && (there.st_dev != running.st_dev || there.st_ino != running.st_ino);
}

/* The path that was executed: not the program's name, which can be anything, nor where that lay in
 * the end, which a link may since have left. Whatever runs us from another file (an emulator, a
 * loader) could not be told from an upgrade. */
static char *
dup_program (void)
{
  const char *path = (const char *) getauxval (AT_EXECFN);

  if (!path || access (path, X_OK) < 0 || is_another_program (path))
    return NULL;
  return g_canonicalize_filename (path, NULL);
}

OneRenewal *
one_renewal_new (char *const *arguments)
{
  OneRenewal *renewal = g_new0 (OneRenewal, 1);

  renewal->program = dup_program ();
  renewal->arguments = g_strdupv ((char **) arguments);
  renewal->tried = g_strdup (g_getenv (TRIED));
  g_unsetenv (TRIED);
  return renewal;
}

OneRenewalStep
one_renewal_heard (OneRenewal *renewal, guint32 version)
{
  const OneRenewalFacts facts = {
    .ours = ONE_PACK_VERSION,
    .readers = version,
    .replaced = renewal->program && is_another_program (renewal->program),
    .supervised = g_getenv (SUPERVISED) != NULL,
    .tried = renewal->tried,
  };
  OneRenewalStep step = one_renewal_decide (&facts);

  if (step != ONE_RENEWAL_NONE || version == ONE_PACK_VERSION)
    g_clear_pointer (&renewal->tried, g_free);
  if (step != ONE_RENEWAL_NONE)
    renewal->tried = one_renewal_dup_pair (facts.ours, facts.readers);
  return step;
}

void
one_renewal_exec (OneRenewal *renewal, GError **error)
{
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), TRIED, renewal->tried, TRUE);
  int number;

  /* The readers that were killed would be children of a program that knows nothing of them. */
  while (waitpid (-1, NULL, WNOHANG) > 0)
    continue;
  execve (renewal->program, renewal->arguments, environment);
  number = errno;
  execve (RUNNING, renewal->arguments, environment);
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number), "%s: %s", renewal->program,
               g_strerror (number));
}

void
one_renewal_free (OneRenewal *renewal)
{
  g_free (renewal->program);
  g_strfreev (renewal->arguments);
  g_free (renewal->tried);
  g_free (renewal);
}
