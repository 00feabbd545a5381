/* SPDX-License-Identifier: MIT */
#include "bus/asking.h"

#include "bus/pack-chronicle.h"
#include "bus/pack-status.h"
#include "bus/record.h"
#include "bus/reply.h"
#include "bus/service.h"
#include "engine/ops/ops.h"
#include "wire/error.h"

static gboolean
handle_get_agendas (OneOned1 *object, GDBusMethodInvocation *call, const char *which,
                    GVariant *options)
{
  g_autoptr (GError) error = NULL;
  gboolean rebuild = one_record_get_flag (options, "rebuild");
  g_autoptr (GPtrArray) agendas =
      one_ops_agenda_list (one_service_engine (object), which, rebuild, &error);

  return one_reply_list (call, agendas, (OnePackFunc) one_pack_agenda, error);
}

static gboolean
handle_list_meetings (OneOned1 *object, GDBusMethodInvocation *call, gint64 from, gint64 to,
                      GVariant *options)
{
  g_autoptr (GError) error = NULL;
  gboolean all = one_record_get_flag (options, "all");
  g_autoptr (GPtrArray) meetings =
      one_ops_agenda_list_meetings (one_service_engine (object), from, to, all, &error);

  return one_reply_list (call, meetings, (OnePackFunc) one_pack_meeting, error);
}

static gboolean
handle_list_points (OneOned1 *object, GDBusMethodInvocation *call, const char *who,
                    GVariant *options)
{
  g_autoptr (GError) error = NULL;
  gboolean all = one_record_get_flag (options, "all");
  g_autoptr (GPtrArray) points =
      one_ops_promise_list_points (one_service_engine (object), who, all, &error);

  return one_reply_list (call, points, (OnePackFunc) one_pack_point, error);
}

static gboolean
handle_list_actions (OneOned1 *object, GDBusMethodInvocation *call, const char *who,
                     GVariant *options)
{
  g_autoptr (GError) error = NULL;
  OneActionFilter filter = {
    .theirs = one_record_get_flag (options, "theirs"),
    .overdue = one_record_get_flag (options, "overdue"),
    .all = one_record_get_flag (options, "all"),
  };
  g_autoptr (GPtrArray) actions =
      one_ops_promise_list_actions (one_service_engine (object), who, &filter, &error);

  return one_reply_list (call, actions, (OnePackFunc) one_pack_action, error);
}

static gboolean
handle_list_people (OneOned1 *object, GDBusMethodInvocation *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = one_ops_person_list (one_service_engine (object), &error);

  return one_reply_list (call, people, (OnePackFunc) one_pack_person, error);
}

static gboolean
handle_get_person (OneOned1 *object, GDBusMethodInvocation *call, const char *who)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnePersonView) person = one_ops_person_get (one_service_engine (object), who, &error);

  return one_reply_record (call, person, (OnePackFunc) one_pack_person, error);
}

static gboolean
handle_get_coverage (OneOned1 *object, GDBusMethodInvocation *call, const char *who)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) coverage = one_ops_coverage_list (one_service_engine (object), who, &error);

  return one_reply_list (call, coverage, (OnePackFunc) one_pack_coverage, error);
}

static gboolean
handle_list_categories (OneOned1 *object, GDBusMethodInvocation *call, const char *role)
{
  g_autoptr (GError) error = NULL;
  const OneCatalogue *catalogue =
      one_ops_coverage_list_categories (one_service_engine (object), role, &error);

  return one_reply_list (call, catalogue ? catalogue->categories : NULL,
                         (OnePackFunc) one_pack_category, error);
}

static void
explained (GPtrArray *events, GPtrArray *troubles, const GError *error, gpointer data)
{
  GDBusMethodInvocation *call = data;

  if (!events) {
    one_reply_error (call, error);
    return;
  }
  g_dbus_method_invocation_return_value (
      call, g_variant_new ("(@aa{sv}@aa{sv})",
                           one_pack_all (events, (OnePackFunc) one_pack_status_explained),
                           one_pack_all (troubles, (OnePackFunc) one_pack_status_trouble)));
}

static gboolean
handle_explain (OneOned1 *object, GDBusMethodInvocation *call, const char *what, gint64 from,
                gint64 to)
{
  one_ops_explain (one_service_engine (object), what, &(OneWindow){ from, to }, explained, call);
  return TRUE;
}

static gboolean
handle_get_status (OneOned1 *object, GDBusMethodInvocation *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneStatusView) status = one_ops_status (one_service_engine (object), &error);

  if (!status)
    return one_reply_error (call, error);
  g_dbus_method_invocation_return_value (call,
                                         g_variant_new ("(@a{sv})", one_pack_status (status)));
  return TRUE;
}

static void
tried (const GError *error, gpointer data)
{
  if (error)
    one_reply_error (data, error);
  else
    g_dbus_method_invocation_return_value (data, NULL);
}

static gboolean
handle_test_notification (OneOned1 *object, GDBusMethodInvocation *call)
{
  one_ops_test_notification (one_service_engine (object), tried, call);
  return TRUE;
}

static gboolean
handle_get_chronicle (OneOned1 *object, GDBusMethodInvocation *call, const char *who, gint64 since,
                      GVariant *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = one_ops_chronicle_list (
      one_service_engine (object), who, since, one_record_get_text (options, "category"), &error);

  return one_reply_list (call, people, (OnePackFunc) one_pack_chronicle, error);
}

void
one_asking_init (OneOned1Iface *iface)
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
  iface->handle_test_notification = handle_test_notification;
}
