/* SPDX-License-Identifier: MIT */
#include "bus/finding.h"

#include <gio/gunixfdlist.h>
#include <unistd.h>

#include "bus/record.h"
#include "bus/reply.h"
#include "bus/service.h"
#include "engine/ops/ops.h"
#include "wire/error.h"

static GVariant *
pack_hit (const OneWrittenView *view)
{
  static const char letters[] = { [ONE_WRITTEN_POINT] = 'p', [ONE_WRITTEN_ACTION] = 'a' };
  static const char *const kinds[] = {
    [ONE_WRITTEN_NOTE] = "note",
    [ONE_WRITTEN_POINT] = "point",
    [ONE_WRITTEN_ACTION] = "action",
  };
  g_auto (GStrv) lines = g_strsplit (view->text, "\n", -1);
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_record_add_text (&record, "kind", kinds[view->kind]);
  if (view->kind != ONE_WRITTEN_NOTE) {
    one_record_add_id (&record, "id", letters[view->kind], view->id);
    one_record_add_text (&record, "state", one_words_format_state (view->state));
  }
  one_record_add_text (&record, "person", view->person);
  if (view->meeting > 0)
    one_record_add_id (&record, "meeting", 'm', view->meeting);
  one_record_add_time (&record, "at", view->at);
  one_record_add_text (&record, "category", view->category);
  g_variant_dict_insert_value (&record, "lines",
                               g_variant_new_strv ((const char *const *) lines, -1));
  return g_variant_dict_end (&record);
}

static gboolean
handle_search (OneOned1 *object, GDBusMethodInvocation *call, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = one_ops_search (one_service_engine (object), words, &error);

  return one_reply_list (call, hits, (OnePackFunc) pack_hit, error);
}

static gboolean
handle_list_notes (OneOned1 *object, GDBusMethodInvocation *call, const char *who)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = one_ops_search_notes (one_service_engine (object), who, &error);

  return one_reply_list (call, notes, (OnePackFunc) pack_hit, error);
}

static gboolean
reply_text (GDBusMethodInvocation *call, const char *text, const GError *error)
{
  if (!text)
    return one_reply_error (call, error);
  g_dbus_method_invocation_return_value (call, g_variant_new ("(s)", text));
  return TRUE;
}

static gboolean
handle_undo (OneOned1 *object, GDBusMethodInvocation *call)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *what = one_ops_undo (one_service_engine (object), &error);

  return reply_text (call, what, error);
}

/* -1 if the message came without the file that its handle speaks of. */
static int
open_handle (GUnixFDList *files, GVariant *handle, GError **error)
{
  int index = g_variant_get_handle (handle);

  if (files && index >= 0 && index < g_unix_fd_list_get_length (files))
    return g_unix_fd_list_get (files, index, error);
  g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID, "no file came with the message");
  return -1;
}

static gboolean
handle_backup (OneOned1 *object, GDBusMethodInvocation *call, GUnixFDList *files, GVariant *handle)
{
  g_autoptr (GError) error = NULL;
  int fd = open_handle (files, handle, &error);
  gboolean good = fd >= 0 && one_ops_backup (one_service_engine (object), fd, &error);

  if (fd >= 0)
    close (fd);
  if (!good)
    return one_reply_error (call, error);
  g_dbus_method_invocation_return_value (call, NULL);
  return TRUE;
}

static gboolean
handle_restore (OneOned1 *object, GDBusMethodInvocation *call, GUnixFDList *files, GVariant *handle)
{
  g_autoptr (GError) error = NULL;
  int fd = open_handle (files, handle, &error);
  g_autofree char *aside =
      fd >= 0 ? one_ops_backup_restore (one_service_engine (object), fd, &error) : NULL;

  if (fd >= 0)
    close (fd);
  return reply_text (call, aside, error);
}

void
one_finding_init (OneOned1Iface *iface)
{
  iface->handle_search = handle_search;
  iface->handle_list_notes = handle_list_notes;
  iface->handle_undo = handle_undo;
  iface->handle_backup = handle_backup;
  iface->handle_restore = handle_restore;
}
