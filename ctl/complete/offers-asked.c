/* SPDX-License-Identifier: MIT */
#include "ctl/complete/offers-asked.h"

#include "ctl/bus/unpack.h"
#include "ctl/find-series.h"
#include "ctl/time/seconds.h"
#include "ctl/view/show.h"
#include "wire/words.h"

#define DAYS_AROUND 14

static GVariant *
asked_list_people (OneContext *context, GError **error)
{
  return one_context_list (context, "ListPeople", g_variant_new ("()"), error);
}

static void
asked_add_addresses (OneOfferList *list, GVariant *person)
{
  g_auto (GStrv) addresses = one_unpack_strings (person, "addresses");

  for (guint i = 0; addresses[i]; i++)
    one_offer_list_add (list, addresses[i], one_unpack_string (person, "name"));
}

gboolean
one_offers_asked_people (OneContext *context, OneOfferList *list, GError **error)
{
  g_autoptr (GVariant) people = asked_list_people (context, error);

  for (gsize i = 0; people && i < g_variant_n_children (people); i++) {
    g_autoptr (GVariant) person = g_variant_get_child_value (people, i);

    if (!one_offer_list_add_name (list, one_unpack_string (person, "name"),
                                  one_unpack_string (person, "role")))
      asked_add_addresses (list, person);
  }
  return people != NULL;
}

gboolean
one_offers_asked_meetings (OneContext *context, OneOfferList *list, GError **error)
{
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  g_autoptr (GVariant) meetings = NULL;

  if (list->slot->typed[0] != 'm' || !one_context_load_now (context, error))
    return list->slot->typed[0] != 'm';
  meetings = one_context_list (context, "ListMeetings",
                               g_variant_new ("(xx@a{sv})", context->now - DAYS_AROUND * ONE_DAY,
                                              context->now + DAYS_AROUND * ONE_DAY,
                                              g_variant_dict_end (options)),
                               error);
  for (gsize i = 0; meetings && i < g_variant_n_children (meetings); i++) {
    g_autoptr (GVariant) meeting = g_variant_get_child_value (meetings, i);
    g_autofree char *when = one_show_moment (context, one_unpack_instant (meeting, "start"));
    g_autofree char *text = g_strdup_printf ("%s, %s", one_unpack_string (meeting, "person"), when);

    one_offer_list_add (list, one_unpack_string (meeting, "id"), text);
  }
  return meetings != NULL;
}

static gboolean
asked_is_closed_wanted (const OneOfferList *list)
{
  return list->slot->command && g_str_equal (list->slot->command->name, "reopen");
}

/* Adds `records` in the wanted state that do not stand in the line already. */
static void
asked_add_promises (OneOfferList *list, GVariant *records)
{
  gboolean closed = asked_is_closed_wanted (list);

  for (gsize i = 0; i < g_variant_n_children (records); i++) {
    g_autoptr (GVariant) record = g_variant_get_child_value (records, i);
    const char *id = one_unpack_string (record, "id");
    gboolean open =
        g_str_equal (one_unpack_string (record, "state"), one_words_format_state (ONE_STATE_OPEN));
    g_autofree char *text = g_strdup_printf ("%s: %s", one_unpack_string (record, "person"),
                                             one_unpack_string (record, "text"));

    if (open != closed && !one_slot_has (list->slot, id))
      one_offer_list_add (list, id, text);
  }
}

gboolean
one_offers_asked_ids (OneContext *context, OneOfferList *list, GError **error)
{
  static const char *const methods[] = { "ListActions", "ListPoints" };

  for (guint m = 0; m < G_N_ELEMENTS (methods); m++) {
    g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
    g_autoptr (GVariant) records = NULL;

    if (asked_is_closed_wanted (list))
      g_variant_dict_insert (options, "all", "b", TRUE);
    records = one_context_list (
        context, methods[m], g_variant_new ("(s@a{sv})", "", g_variant_dict_end (options)), error);
    if (!records)
      return FALSE;
    asked_add_promises (list, records);
  }
  return TRUE;
}

gboolean
one_offers_asked_categories (OneContext *context, OneOfferList *list, GError **error)
{
  g_autoptr (GVariant) categories =
      one_context_list (context, "ListCategories", g_variant_new ("(s)", ""), error);

  for (gsize i = 0; categories && i < g_variant_n_children (categories); i++) {
    g_autoptr (GVariant) category = g_variant_get_child_value (categories, i);

    one_offer_list_add (list, one_unpack_string (category, "id"),
                        one_unpack_string (category, "title"));
  }
  return categories != NULL;
}

static gboolean
asked_wants_verdict (const OneOfferList *list, const char *verdict)
{
  const char *command = list->slot->command ? list->slot->command->name : "";
  gboolean yes = g_str_equal (verdict, "one-on-one");

  return !(g_str_equal (command, "track") && yes) && !(g_str_equal (command, "ignore") && !yes);
}

gboolean
one_offers_asked_series (OneContext *context, OneOfferList *list, GError **error)
{
  g_autoptr (GVariant) events = one_find_series_get_all (context, error);

  for (gsize i = 0; events && i < g_variant_n_children (events); i++) {
    g_autoptr (GVariant) event = g_variant_get_child_value (events, i);
    const char *uid = one_unpack_string (event, "uid");

    if (!asked_wants_verdict (list, one_unpack_string (event, "verdict")))
      continue;
    if (!one_offer_list_add_name (list, one_unpack_string (event, "summary"),
                                  one_unpack_string (event, "person")))
      one_offer_list_add (list, uid, one_unpack_string (event, "summary"));
  }
  return events != NULL;
}
