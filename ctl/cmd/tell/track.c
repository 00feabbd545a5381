/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "ctl/bus/unpack.h"
#include "ctl/find-series.h"
#include "wire/error.h"

/* An address, or that of somebody known (transfer full). */
static char *
track_dup_address (OneContext *context, const char *person, GError **error)
{
  g_autoptr (GVariant) record = NULL;
  g_auto (GStrv) addresses = NULL;

  if (strchr (person, '@'))
    return g_strdup (person);
  record = one_client_get (context->client, "GetPerson", g_variant_new ("(s)", person), error);
  if (!record)
    return NULL;
  addresses = one_unpack_strings (record, "addresses");
  for (guint i = 0; addresses[i]; i++)
    if (strchr (addresses[i], '@'))
      return g_strdup (addresses[i]);
  g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID,
               _ ("no address of %s is known: write it instead of the name"),
               one_unpack_string (record, "name"));
  return NULL;
}

gboolean
one_track_run (OneContext *context, GError **error)
{
  const char *word = one_args_word (context->args, 0);
  const char *person = one_args_get (context->args, "person");
  g_autofree char *address = NULL;
  g_autofree char *uid = NULL;
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GVariant) answer = NULL;

  if (!person) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID,
                 _ ("say whom it is with: onectl track %s --person WHO"), word);
    return FALSE;
  }
  address = track_dup_address (context, person, error);
  if (!address)
    return FALSE;
  answer =
      one_context_call (context, "Track", g_variant_new ("(ss)", word, address), "()", &unknown);
  if (!answer && one_find_series_is_unknown (unknown)) {
    uid = one_find_series_dup_uid (context, word, error);
    if (!uid)
      return FALSE;
    answer = one_context_call (context, "Track", g_variant_new ("(ss)", uid, address), "()", error);
  } else if (!answer)
    g_propagate_error (error, g_steal_pointer (&unknown));
  if (!answer)
    return FALSE;
  g_printerr (_ ("taken for a one-on-one with %s from now on\n"), address);
  return TRUE;
}
