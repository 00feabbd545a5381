/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>
#include "ctl/health/autostart.h"
#include "ctl/view/feed-lines.h"
#include "wire/error.h"

/* FALSE with `error` set if it is there and stays. */
static gboolean
unsubscribe_remove (const char *folder, const char *name, const char *file, GError **error)
{
  g_autofree char *path = one_feed_dup_path (folder, name, file);

  if (unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, _ ("%s cannot be removed: %s"), path,
               g_strerror (errno));
  return FALSE;
}

gboolean
one_unsubscribe_run (OneContext *context, GError **error)
{
  const char *name = one_args_word (context->args, 0);
  g_autofree char *folder = one_feed_lines_dup_folder ();
  g_auto (GStrv) names = one_feed_list_names (folder);
  g_auto (GStrv) left = NULL;

  if (!g_strv_contains ((const char *const *) names, name)) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND, _ ("there is no subscription '%s'"), name);
    return FALSE;
  }
  /* The address first: without it there is no subscription, whatever of it is left. */
  if (!unsubscribe_remove (folder, name, ONE_FEED_ADDRESS_FILE, error)
      || !unsubscribe_remove (folder, name, ONE_FEED_CALENDAR_FILE, error)
      || !unsubscribe_remove (folder, name, ONE_FEED_STATE_FILE, error))
    return FALSE;
  left = one_feed_list_names (folder);
  if (!left[0])
    one_autostart_disable (context->client, ONE_AUTOSTART_FETCH);
  g_printerr (_ ("unsubscribed from %s: what you noted of its meetings stays\n"), name);
  return TRUE;
}
