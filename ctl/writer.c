/* SPDX-License-Identifier: MIT */
#include "ctl/writer.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include "wire/error.h"

static gboolean
writer_refuse (GError **error, const char *path, const char *why)
{
  g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, _ ("'%s' writes no calendar: %s"), path, why);
  return FALSE;
}

static gboolean
writer_talk (GSubprocess *writer, const char *path, GBytes *request, char **text, GError **error)
{
  g_autoptr (GBytes) said = NULL;
  g_autoptr (GBytes) complaint = NULL;
  g_autoptr (GError) failed = NULL;
  g_autofree char *why = NULL;

  if (!g_subprocess_communicate (writer, request, NULL, &said, &complaint, &failed))
    return writer_refuse (error, path, failed->message);
  if (g_subprocess_get_successful (writer)) {
    *text = g_strndup (g_bytes_get_data (said, NULL), g_bytes_get_size (said));
    return TRUE;
  }
  why = g_strndup (g_bytes_get_data (complaint, NULL), g_bytes_get_size (complaint));
  return writer_refuse (error, path, g_strstrip (why));
}

char *
one_writer_run (const char *path, GVariant *request, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (request);
  g_autoptr (GSubprocess) writer =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                            | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                        &failed, path, NULL);
  char *text = NULL;

  if (!writer)
    writer_refuse (error, path, failed->message);
  else if (writer_talk (writer, path, bytes, &text, error))
    return text;
  return NULL;
}
