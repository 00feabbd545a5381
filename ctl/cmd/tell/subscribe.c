/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "ctl/health/autostart.h"
#include "ctl/print/write.h"
#include "ctl/view/feed-lines.h"
#include "wire/error.h"
#include "wire/feed-answer.h"

static gboolean
subscribe_refuse (GError **error, OneErrorCode code, const char *why)
{
  g_set_error_literal (error, ONE_ERROR, (gint) code, why);
  return FALSE;
}

/* The list: of all, or of one. */
static void
subscribe_print (OneContext *context, const char *folder, const char *const *names)
{
  context->now = g_get_real_time () / G_USEC_PER_SEC; /* oned-fetch's, whatever oned's is */
  if (one_context_is_json (context)) {
    g_autoptr (GVariant) records = g_variant_ref_sink (one_feed_lines_pack (folder, names));

    one_context_print_json (context, "subscriptions", records, one_fields_subscription);
    return;
  }
  for (; *names; names++) {
    g_autoptr (OneFeed) feed = one_feed_lines_load (folder, *names);
    const char *mend = one_feed_lines_get_mend (feed);
    g_autofree char *text = one_feed_lines_format (context, feed);

    one_print_lines (context->printer, "", ONE_STYLE_BOLD, *names);
    one_print_lines (context->printer, "  ", mend ? ONE_STYLE_BAD : ONE_STYLE_PLAIN, text);
    if (mend)
      one_print_lines (context->printer, "  ", ONE_STYLE_PLAIN, mend);
  }
}

/* The address as it was given, checked; NULL with `error` set, whose text has nothing of it.
 * (transfer full) */
static char *
subscribe_dup_address (const char *word, GError **error)
{
  g_autofree char *address = one_context_dup_text (word, error);
  g_autofree char *https = address ? one_feed_dup_https (address) : NULL;

  if (!address)
    return NULL;
  if (https)
    return g_steal_pointer (&address);
  subscribe_refuse (error, ONE_ERROR_INVALID,
                    g_ascii_strncasecmp (address, "http://", strlen ("http://")) == 0
                        ? _ ("by http everybody on the way can read the calendar: give an address "
                             "that begins with https://")
                        : _ ("the address of a calendar begins with https:// or webcal://, and has "
                             "no blank in it"));
  return NULL;
}

/* A new file in the place of the old one, so that an oned-fetch at work sees that it is another. */
static gboolean
subscribe_write (const char *folder, const char *name, const char *address, GError **error)
{
  g_autofree char *path = one_feed_dup_path (folder, name, ONE_FEED_ADDRESS_FILE);
  g_autofree char *draft = g_strconcat (path, ".new", NULL);
  gboolean written;
  int fd = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0 && (unlink (draft) == 0 || errno == ENOENT))
    fd = open (draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  written = fd >= 0 && one_write_bytes (fd, address, strlen (address))
            && one_write_bytes (fd, "\n", 1) && fsync (fd) == 0 && rename (draft, path) == 0;
  if (!written)
    g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, _ ("%s cannot be written: %s"), path,
                 g_strerror (errno));
  if (fd >= 0)
    close (fd);
  return written;
}

/* From now on, by itself. */
static void
subscribe_arrange (OneContext *context)
{
  g_autoptr (GError) error = NULL;

  if (one_client_get_bus (context->client, NULL) && one_autostart_has_systemd (context->client)
      && one_autostart_enable (context->client, ONE_AUTOSTART_FETCH, &error))
    return;
  g_printerr (_ ("nothing here asks for it again by itself: have 'oned-fetch' run each quarter of "
                 "an hour%s%s\n"),
              error ? ": " : "", error ? error->message : "");
}

/* Asks for it now. The program reads the address itself: nothing of it is in a list of processes.
 */
static gboolean
subscribe_fetch (OneContext *context, const char *folder, const char *name, GError **error)
{
  const char *named = one_args_get (context->args, "fetch");
  g_autoptr (GError) failed = NULL;
  g_autoptr (GSubprocess) fetch =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                        &failed, named ? named : ONECTL_FETCH, name, NULL);
  g_autoptr (OneFeed) feed = NULL;
  const char *names[] = { name, NULL };
  const char *mend;

  if (!fetch || !g_subprocess_wait (fetch, NULL, &failed)) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return FALSE;
  }
  feed = one_feed_lines_load (folder, name);
  mend = one_feed_lines_get_mend (feed);
  if (one_feed_answer_is_good (feed->answer)) {
    subscribe_print (context, folder, names);
    return TRUE;
  }
  g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, "%s: %s; %s", name,
               _ (one_feed_answer_get_text (feed->answer)), mend ? mend : _ ("see oned-fetch(1)"));
  return FALSE;
}

static gboolean
subscribe_check (OneContext *context, const char *name, const char *const *names, GError **error)
{
  const char *named = one_args_get (context->args, "fetch");
  const char *program = named ? named : ONECTL_FETCH;

  if (!one_feed_is_name (name))
    return subscribe_refuse (
        error, ONE_ERROR_INVALID,
        _ ("the name of a subscription is up to 60 signs, without a / and with "
           "no dot or dash at its beginning"));
  if (context->args->words->len == 1 && !g_strv_contains (names, name)) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND, _ ("there is no subscription '%s'"), name);
    return FALSE;
  }
  if (!g_file_test (program, G_FILE_TEST_IS_REGULAR)
      || !g_file_test (program, G_FILE_TEST_IS_EXECUTABLE))
    return subscribe_refuse (error, ONE_ERROR_FAILED,
                             _ ("oned-fetch is not installed: install the package oned-fetch"));
  return TRUE;
}

gboolean
one_subscribe_run (OneContext *context, GError **error)
{
  const char *name = one_args_word (context->args, 0);
  g_autofree char *folder = one_feed_lines_dup_folder ();
  g_auto (GStrv) names = one_feed_list_names (folder);
  g_autofree char *address = NULL;

  if (context->args->words->len == 0) {
    if (!names[0] && !one_context_is_json (context))
      g_printerr (_ ("no subscriptions: 'onectl subscribe NAME -' makes one\n"));
    subscribe_print (context, folder, (const char *const *) names);
    return TRUE;
  }
  if (!subscribe_check (context, name, (const char *const *) names, error))
    return FALSE;
  if (context->args->words->len > 1) {
    address = subscribe_dup_address (one_args_word (context->args, 1), error);
    if (!address || !subscribe_write (folder, name, address, error))
      return FALSE;
    subscribe_arrange (context);
  }
  return subscribe_fetch (context, folder, name, error);
}
