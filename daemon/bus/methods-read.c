/* SPDX-License-Identifier: MIT */
#include "bus/methods-read.h"

#include "bus/pack/dict.h"
#include "bus/object-data.h"
#include "bus/pack/pack-agenda.h"
#include "bus/pack/pack-category.h"
#include "bus/pack/pack-chronicle.h"
#include "bus/pack/pack-coverage.h"
#include "bus/pack/pack-meeting.h"
#include "bus/pack/pack-person.h"
#include "bus/pack/pack-promise.h"
#include "bus/pack/pack-status.h"
#include "bus/pack/pack-written.h"
#include "bus/reply.h"
#include "engine/ops/ops.h"

static gboolean
handle_get_agendas (OneOned1 *object, GDBusMethodInvocation *call, const char *which,
                    GVariant *options)
{
  g_autoptr (GError) error = NULL;
  gboolean rebuild = one_dict_get_flag (options, "rebuild");
  g_autoptr (GPtrArray) agendas =
      one_ops_agenda_list (one_object_data_get_engine (object), which, rebuild, &error);

  return one_reply_list (call, agendas, (OneRecordFunc) one_pack_agenda, error);
}

static gboolean
handle_list_meetings (OneOned1 *object, GDBusMethodInvocation *call, gint64 from, gint64 to,
                      GVariant *options)
{
  g_autoptr (GError) error = NULL;
  OneMeetingFilter filter = {
    .all = one_dict_get_flag (options, "all"),
    .open = one_dict_get_flag (options, "open"),
  };
  g_autoptr (GPtrArray) meetings =
      one_ops_agenda_list_meetings (one_object_data_get_engine (object), from, to, &filter, &error);

  return one_reply_list (call, meetings, (OneRecordFunc) one_pack_meeting, error);
}

static gboolean
handle_list_points (OneOned1 *object, GDBusMethodInvocation *call, const char *who,
                    GVariant *options)
{
  g_autoptr (GError) error = NULL;
  OnePointFilter filter = {
    .all = one_dict_get_flag (options, "all"),
    .ask = one_dict_get_flag (options, "ask"),
  };
  g_autoptr (GPtrArray) points =
      one_ops_promise_list_points (one_object_data_get_engine (object), who, &filter, &error);

  return one_reply_list (call, points, (OneRecordFunc) one_pack_promise_point, error);
}

static gboolean
handle_list_actions (OneOned1 *object, GDBusMethodInvocation *call, const char *who,
                     GVariant *options)
{
  g_autoptr (GError) error = NULL;
  OneActionFilter filter = {
    .theirs = one_dict_get_flag (options, "theirs"),
    .overdue = one_dict_get_flag (options, "overdue"),
    .all = one_dict_get_flag (options, "all"),
  };
  g_autoptr (GPtrArray) actions =
      one_ops_promise_list_actions (one_object_data_get_engine (object), who, &filter, &error);

  return one_reply_list (call, actions, (OneRecordFunc) one_pack_promise_action, error);
}

static gboolean
handle_list_people (OneOned1 *object, GDBusMethodInvocation *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = one_ops_person_list (one_object_data_get_engine (object), &error);

  return one_reply_list (call, people, (OneRecordFunc) one_pack_person, error);
}

static gboolean
handle_get_person (OneOned1 *object, GDBusMethodInvocation *call, const char *who)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnePersonView) person =
      one_ops_person_get (one_object_data_get_engine (object), who, &error);

  return one_reply_record (call, person, (OneRecordFunc) one_pack_person, error);
}

static gboolean
handle_get_coverage (OneOned1 *object, GDBusMethodInvocation *call, const char *who)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) coverage =
      one_ops_coverage_list (one_object_data_get_engine (object), who, &error);

  return one_reply_list (call, coverage, (OneRecordFunc) one_pack_coverage, error);
}

static gboolean
handle_list_categories (OneOned1 *object, GDBusMethodInvocation *call, const char *role)
{
  g_autoptr (GError) error = NULL;
  const OneCatalogue *catalogue =
      one_ops_coverage_list_categories (one_object_data_get_engine (object), role, &error);

  return one_reply_list (call, catalogue ? catalogue->categories : NULL,
                         (OneRecordFunc) one_pack_category, error);
}

static void
explained (GPtrArray *events, GPtrArray *troubles, const GError *error, gpointer data)
{
  GDBusMethodInvocation *call = data;

  if (!events) {
    one_reply_error (call, error);
    return;
  }
  one_reply_values (
      call,
      g_variant_new ("(@aa{sv}@aa{sv})",
                     one_record_pack_list (events, (OneRecordFunc) one_pack_status_explained),
                     one_record_pack_list (troubles, (OneRecordFunc) one_pack_status_trouble)));
}

static gboolean
handle_explain (OneOned1 *object, GDBusMethodInvocation *call, const char *what, gint64 from,
                gint64 to)
{
  one_ops_explain (one_object_data_get_engine (object), what, &(OneWindow){ from, to }, explained,
                   call);
  return TRUE;
}

static gboolean
handle_get_status (OneOned1 *object, GDBusMethodInvocation *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneStatusView) status = one_ops_status (one_object_data_get_engine (object), &error);

  return one_reply_record (call, status, (OneRecordFunc) one_pack_status, error);
}

static gboolean
handle_get_chronicle (OneOned1 *object, GDBusMethodInvocation *call, const char *who, gint64 since,
                      GVariant *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people =
      one_ops_chronicle_list (one_object_data_get_engine (object), who, since,
                              one_dict_get_text (options, "category"), &error);

  return one_reply_list (call, people, (OneRecordFunc) one_pack_chronicle, error);
}

static gboolean
handle_search (OneOned1 *object, GDBusMethodInvocation *call, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = one_ops_search (one_object_data_get_engine (object), words, &error);

  return one_reply_list (call, hits, (OneRecordFunc) one_pack_written, error);
}

static gboolean
handle_list_notes (OneOned1 *object, GDBusMethodInvocation *call, const char *who)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes =
      one_ops_search_notes (one_object_data_get_engine (object), who, &error);

  return one_reply_list (call, notes, (OneRecordFunc) one_pack_written, error);
}

void
one_methods_read_init (OneOned1Iface *iface)
{
  iface->handle_get_agendas = handle_get_agendas;
  iface->handle_list_meetings = handle_list_meetings;
  iface->handle_list_points = handle_list_points;
  iface->handle_list_actions = handle_list_actions;
  iface->handle_list_people = handle_list_people;
  iface->handle_get_person = handle_get_person;
  iface->handle_get_chronicle = handle_get_chronicle;
  iface->handle_get_coverage = handle_get_coverage;
  iface->handle_list_categories = handle_list_categories;
  iface->handle_explain = handle_explain;
  iface->handle_get_status = handle_get_status;
  iface->handle_search = handle_search;
  iface->handle_list_notes = handle_list_notes;
}
