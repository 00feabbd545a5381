/* SPDX-License-Identifier: MIT */
#include "bus/methods-write.h"

#include "bus/pack/dict.h"
#include "bus/object-data.h"
#include "bus/pack/pack-logged.h"
#include "bus/pack/pack-meeting.h"
#include "bus/pack/pack-person.h"
#include "bus/pack/pack-promise.h"
#include "bus/pack/pack-taken.h"
#include "bus/reply.h"
#include "engine/ops/ops.h"
#include "wire/error.h"

static gboolean
handle_add_point (OneOned1 *object, GDBusMethodInvocation *call, const char *who, const char *text,
                  GVariant *options)
{
  g_autoptr (GError) error = NULL;
  OnePoint point = {
    .text = (char *) text,
    .category = (char *) one_dict_get_text (options, "category"),
    .main = one_dict_get_flag (options, "main"),
    .every = one_dict_get_flag (options, "every"),
    .ask = one_dict_get_flag (options, "ask"),
  };
  g_autoptr (OnePointView) view = NULL;

  if (!one_dict_get_day (options, "on", &point.on, &error))
    return one_reply_error (call, error);
  view = one_ops_promise_add_point (one_object_data_get_engine (object), who, &point, &error);
  return one_reply_record (call, view, (OneRecordFunc) one_pack_promise_point, error);
}

static gboolean
handle_add_action (OneOned1 *object, GDBusMethodInvocation *call, const char *who, const char *text,
                   GVariant *options)
{
  g_autoptr (GError) error = NULL;
  gboolean theirs = one_dict_get_flag (options, "theirs");
  OneAction action = { .text = (char *) text, .owner = theirs ? ONE_OWNER_THEM : ONE_OWNER_ME };
  g_autoptr (OneActionView) view = NULL;

  if (!one_dict_get_day (options, "due", &action.due, &error))
    return one_reply_error (call, error);
  view = one_ops_promise_add_action (one_object_data_get_engine (object), who, &action, &error);
  return one_reply_record (call, view, (OneRecordFunc) one_pack_promise_action, error);
}

static gboolean
handle_set_state (OneOned1 *object, GDBusMethodInvocation *call, const char *const *ids,
                  const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) promises = NULL;
  OneState state;
  guint changed = 0;

  if (!one_words_parse_state (word, &state)) {
    g_dbus_method_invocation_return_error (call, ONE_ERROR, ONE_ERROR_INVALID,
                                           "'%s' is no state (open, done, dropped)", word);
    return TRUE;
  }
  promises =
      one_ops_promise_set_state (one_object_data_get_engine (object), ids, state, &changed, &error);
  if (!promises)
    return one_reply_error (call, error);
  g_dbus_method_invocation_return_value (
      call, g_variant_new ("(u@aa{sv})", changed,
                           one_record_pack_list (promises, (OneRecordFunc) one_pack_promise)));
  return TRUE;
}

static gboolean
handle_log (OneOned1 *object, GDBusMethodInvocation *call, const char *which, GVariant *options)
{
  g_autoptr (GError) error = NULL;
  g_autofree const char **covered = NULL;
  OneLogEntry entry = {
    .all = one_dict_get_flag (options, "all"),
    .note = one_dict_get_text (options, "note"),
    .skipped = one_dict_get_flag (options, "skipped"),
  };
  g_autoptr (GVariant) items = g_variant_lookup_value (options, "items", G_VARIANT_TYPE ("au"));
  g_autoptr (OneLogged) logged = NULL;

  g_variant_lookup (options, "covered", "^a&s", &covered);
  entry.covered = covered;
  if (items)
    entry.items = g_variant_get_fixed_array (items, &entry.n_items, sizeof *entry.items);
  logged = one_ops_log (one_object_data_get_engine (object), which, &entry, &error);
  return one_reply_record (call, logged, (OneRecordFunc) one_pack_logged, error);
}

static const char *
change_of (GVariant *changes, const char *key)
{
  const char *text = one_dict_get_text (changes, key);

  return *text ? text : NULL;
}

static gboolean
handle_edit (OneOned1 *object, GDBusMethodInvocation *call, const char *id, GVariant *changes)
{
  g_autoptr (GError) error = NULL;
  OneEdit edit = {
    .id = id,
    .text = change_of (changes, "text"),
    .category = change_of (changes, "category"),
    .owner = change_of (changes, "owner"),
    .has_due = change_of (changes, "due") != NULL,
  };
  g_autoptr (OnePromiseView) view = NULL;

  if (g_strcmp0 (change_of (changes, "due"), "none") != 0
      && !one_dict_get_day (changes, "due", &edit.due, &error))
    return one_reply_error (call, error);
  view = one_ops_edit (one_object_data_get_engine (object), &edit, &error);
  return one_reply_record (call, view, (OneRecordFunc) one_pack_promise, error);
}

static gboolean
handle_make_page (OneOned1 *object, GDBusMethodInvocation *call, const char *which)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (OneMeeting) meeting =
      one_ops_page_make (one_object_data_get_engine (object), which, &path, &error);

  if (!meeting)
    return one_reply_error (call, error);
  g_dbus_method_invocation_return_value (
      call, g_variant_new ("(s@a{sv})", path,
                           one_record_pack (meeting, (OneRecordFunc) one_pack_meeting)));
  return TRUE;
}

static gboolean
handle_read_page (OneOned1 *object, GDBusMethodInvocation *call, const char *meeting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnePageReport) taken =
      one_ops_page_read (one_object_data_get_engine (object), meeting, &error);

  return one_reply_record (call, taken, (OneRecordFunc) one_pack_taken, error);
}

static gboolean
handle_set_person (OneOned1 *object, GDBusMethodInvocation *call, const char *who,
                   GVariant *options)
{
  g_autoptr (GError) error = NULL;
  OnePersonChanges changes = {
    .role = change_of (options, "role"),
    .name = change_of (options, "name"),
    .address = change_of (options, "address"),
    .merge = change_of (options, "merge"),
  };
  g_autoptr (OnePersonView) person =
      one_ops_person_set (one_object_data_get_engine (object), who, &changes, &error);

  return one_reply_record (call, person, (OneRecordFunc) one_pack_person, error);
}

static gboolean
handle_snooze (OneOned1 *object, GDBusMethodInvocation *call, const char *which, gint32 seconds)
{
  g_autoptr (GError) error = NULL;
  gint64 until = 0;

  if (!one_ops_agenda_snooze (one_object_data_get_engine (object), which, seconds, &until, &error))
    return one_reply_error (call, error);
  g_dbus_method_invocation_return_value (call, g_variant_new ("(x)", until));
  return TRUE;
}

static gboolean
track (OneOned1 *object, GDBusMethodInvocation *call, const char *uid, const char *address)
{
  g_autoptr (GError) error = NULL;

  if (!one_ops_series_track (one_object_data_get_engine (object), uid, address, &error))
    return one_reply_error (call, error);
  return one_reply_done (call);
}

static gboolean
handle_track (OneOned1 *object, GDBusMethodInvocation *call, const char *uid, const char *address)
{
  if (*address == '\0') {
    g_dbus_method_invocation_return_error (call, ONE_ERROR, ONE_ERROR_INVALID,
                                           "a tracked series needs the other one's address");
    return TRUE;
  }
  return track (object, call, uid, address);
}

static gboolean
handle_ignore (OneOned1 *object, GDBusMethodInvocation *call, const char *uid)
{
  return track (object, call, uid, "");
}

static gboolean
handle_undo (OneOned1 *object, GDBusMethodInvocation *call)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *what = one_ops_undo (one_object_data_get_engine (object), &error);

  return one_reply_text (call, what, error);
}

static void
tested (const GError *error, gpointer call)
{
  if (error)
    one_reply_error (call, error);
  else
    one_reply_done (call);
}

static gboolean
handle_test_notification (OneOned1 *object, GDBusMethodInvocation *call)
{
  one_ops_test_notification (one_object_data_get_engine (object), tested, call);
  return TRUE;
}

void
one_methods_write_init (OneOned1Iface *iface)
{
  iface->handle_add_point = handle_add_point;
  iface->handle_add_action = handle_add_action;
  iface->handle_set_state = handle_set_state;
  iface->handle_edit = handle_edit;
  iface->handle_log = handle_log;
  iface->handle_make_page = handle_make_page;
  iface->handle_read_page = handle_read_page;
  iface->handle_set_person = handle_set_person;
  iface->handle_snooze = handle_snooze;
  iface->handle_track = handle_track;
  iface->handle_ignore = handle_ignore;
  iface->handle_undo = handle_undo;
  iface->handle_test_notification = handle_test_notification;
}
