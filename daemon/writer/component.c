/* SPDX-License-Identifier: MIT */
#include "writer/component.h"

#include "writer/add.h"

static const struct {
  const char *word;
  icalcomponent_kind kind;
} kinds[] = {
  { "meeting", ICAL_VEVENT_COMPONENT },
  { "promise", ICAL_VTODO_COMPONENT },
  { "note", ICAL_VJOURNAL_COMPONENT },
};

/* The order in which they stand. */
static const struct {
  const char *key;
  icalproperty_kind property;
  OneAdd add;
} fields[] = {
  { "created", ICAL_CREATED_PROPERTY, one_add_instant },
  { "start", ICAL_DTSTART_PROPERTY, one_add_instant },
  { "end", ICAL_DTEND_PROPERTY, one_add_instant },
  { "due", ICAL_DUE_PROPERTY, one_add_day },
  { "summary", ICAL_SUMMARY_PROPERTY, one_add_text },
  { "description", ICAL_DESCRIPTION_PROPERTY, one_add_text },
  { "location", ICAL_LOCATION_PROPERTY, one_add_text },
  { "url", ICAL_URL_PROPERTY, one_add_uri },
  { "person", ICAL_CONTACT_PROPERTY, one_add_text },
  { "categories", ICAL_CATEGORIES_PROPERTY, one_add_tags },
  { "id", ICAL_X_PROPERTY, one_add_id },
};

/* RFC 5545 knows no meeting that was skipped or declined: it did not take place. */
static const struct {
  const char *word;
  icalcomponent_kind kind;
  icalproperty_status status;
} states[] = {
  { "planned", ICAL_VEVENT_COMPONENT, ICAL_STATUS_CONFIRMED },
  { "held", ICAL_VEVENT_COMPONENT, ICAL_STATUS_CONFIRMED },
  { "skipped", ICAL_VEVENT_COMPONENT, ICAL_STATUS_CANCELLED },
  { "cancelled", ICAL_VEVENT_COMPONENT, ICAL_STATUS_CANCELLED },
  { "declined", ICAL_VEVENT_COMPONENT, ICAL_STATUS_CANCELLED },
  { "open", ICAL_VTODO_COMPONENT, ICAL_STATUS_NEEDSACTION },
  { "done", ICAL_VTODO_COMPONENT, ICAL_STATUS_COMPLETED },
  { "dropped", ICAL_VTODO_COMPONENT, ICAL_STATUS_CANCELLED },
};

static gboolean
refuse (GError **error, const char *what, const char *value)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "no %s: '%s'", what, value);
  return FALSE;
}

static const char *
get_text (GVariant *record, const char *key)
{
  const char *text = "";

  g_variant_lookup (record, key, "&s", &text);
  return text;
}

static icalcomponent_kind
find_kind (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].word, word))
      return kinds[i].kind;
  return ICAL_NO_COMPONENT;
}

/* A UUID (RFC 9562, version 8): letters, digits and hyphens, for with an @ in it vdirsyncer gives
 * the file another name on the other side. */
static char *
dup_uid (const char *kind, const char *key)
{
  g_autofree char *name = g_strconcat ("oned ", kind, " ", key, NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

  return g_strdup_printf ("%.8s-%.4s-8%.3s-a%.3s-%.12s", sum, sum + 8, sum + 12, sum + 15,
                          sum + 18);
}

/* Without a RELTYPE it would be the parent to Tasks.org and jtx Board. */
static void
add_meeting_of (icalcomponent *component, const char *key)
{
  g_autofree char *uid = dup_uid (kinds[0].word, key);
  icalproperty *related;

  if (!*key)
    return;
  related = icalproperty_new_relatedto (uid);
  icalproperty_add_parameter (related, icalparameter_new_reltype (ICAL_RELTYPE_SIBLING));
  icalcomponent_add_property (component, related);
}

/* All three, as programs look at different ones. */
static gboolean
add_completed (icalcomponent *component, GVariant *record, GError **error)
{
  icalcomponent_add_property (component, icalproperty_new_percentcomplete (100));
  return one_add_instant (component, ICAL_COMPLETED_PROPERTY, record, "closed", error);
}

static gboolean
add_state (icalcomponent *component, GVariant *record, GError **error)
{
  const char *word = get_text (record, "state");

  if (!*word)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i].word, word) && states[i].kind == icalcomponent_isa (component)) {
      icalcomponent_add_property (component, icalproperty_new_status (states[i].status));
      return states[i].status != ICAL_STATUS_COMPLETED || add_completed (component, record, error);
    }
  return refuse (error, "state of such a thing", word);
}

static gboolean
fill (icalcomponent *component, GVariant *record, gint64 now, GError **error)
{
  g_autofree char *uid = dup_uid (get_text (record, "kind"), get_text (record, "key"));

  icalcomponent_add_property (component, icalproperty_new_uid (uid));
  if (!one_add_stamp (component, ICAL_DTSTAMP_PROPERTY, now, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!fields[i].add (component, fields[i].property, record, fields[i].key, error))
      return FALSE;
  add_meeting_of (component, get_text (record, "meeting"));
  /* It stands in a calendar already, and takes the time there. */
  if (icalcomponent_isa (component) == ICAL_VEVENT_COMPONENT)
    icalcomponent_add_property (component, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  return add_state (component, record, error);
}

icalcomponent *
one_component_new (GVariant *record, gint64 now, GError **error)
{
  const char *word = get_text (record, "kind");
  icalcomponent_kind kind = find_kind (word);
  icalcomponent *component;
  gint64 start;

  if (kind == ICAL_NO_COMPONENT || !*get_text (record, "key")) {
    refuse (error, kind == ICAL_NO_COMPONENT ? "kind" : "key of such a thing", word);
    return NULL;
  }
  /* libical's check lets an event pass that has none. */
  if (kind == ICAL_VEVENT_COMPONENT && !g_variant_lookup (record, "start", "x", &start)) {
    refuse (error, "start of such a thing", word);
    return NULL;
  }
  component = icalcomponent_new (kind);
  if (fill (component, record, now, error))
    return component;
  icalcomponent_free (component);
  return NULL;
}
