/* SPDX-License-Identifier: MIT */
#include "ctl/print/fields.h"

#define TEXT(key)                                                                                  \
  {                                                                                                \
    key, ONE_FIELD_TEXT, NULL                                                                      \
  }
#define INSTANT(key)                                                                               \
  {                                                                                                \
    key, ONE_FIELD_INSTANT, NULL                                                                   \
  }
#define NUMBER(key)                                                                                \
  {                                                                                                \
    key, ONE_FIELD_NUMBER, NULL                                                                    \
  }
#define COUNT(key)                                                                                 \
  {                                                                                                \
    key, ONE_FIELD_COUNT, NULL                                                                     \
  }
#define BOOL(key)                                                                                  \
  {                                                                                                \
    key, ONE_FIELD_BOOL, NULL                                                                      \
  }
#define TEXTS(key)                                                                                 \
  {                                                                                                \
    key, ONE_FIELD_TEXTS, NULL                                                                     \
  }
#define RECORD(key, fields)                                                                        \
  {                                                                                                \
    key, ONE_FIELD_RECORD, fields                                                                  \
  }
#define RECORDS(key, fields)                                                                       \
  {                                                                                                \
    key, ONE_FIELD_RECORDS, fields                                                                 \
  }
#define END                                                                                        \
  {                                                                                                \
    NULL, ONE_FIELD_TEXT, NULL                                                                     \
  }

/* clang-format off */
const OneField one_fields_meeting[] = {
  TEXT ("id"), TEXT ("uid"), INSTANT ("recurrence_id"), TEXT ("person"), TEXT ("address"),
  TEXT ("role"), INSTANT ("start"), INSTANT ("end"), TEXT ("summary"), TEXT ("state"),
  INSTANT ("moved_from"), BOOL ("other_declined"), TEXT ("join"), TEXT ("location"),
  TEXT ("source"), END,
};

const OneField one_fields_point[] = {
  TEXT ("id"), TEXT ("person"), TEXT ("category"), TEXT ("text"), TEXT ("on"),
  INSTANT ("created"), TEXT ("state"), BOOL ("ask"), INSTANT ("ask_at"), END,
};

const OneField one_fields_action[] = {
  TEXT ("id"), TEXT ("person"), TEXT ("text"), TEXT ("owner"), TEXT ("due"), INSTANT ("created"),
  COUNT ("age_meetings"), BOOL ("overdue"), TEXT ("state"), END,
};

/* A meeting, and what a log made of it. */
const OneField one_fields_logged[] = {
  TEXT ("id"), TEXT ("uid"), INSTANT ("recurrence_id"), TEXT ("person"), TEXT ("address"),
  TEXT ("role"), INSTANT ("start"), INSTANT ("end"), TEXT ("summary"), TEXT ("state"),
  INSTANT ("moved_from"), BOOL ("other_declined"), TEXT ("join"), TEXT ("location"),
  TEXT ("source"), TEXTS ("touched"), COUNT ("notes"), RECORDS ("closed", one_fields_point),
  RECORDS ("open_points", one_fields_point), RECORDS ("open_actions", one_fields_action),
  INSTANT ("next"), TEXTS ("next_items"), END,
};

const OneField one_fields_page[] = { TEXT ("path"), RECORD ("meeting", one_fields_meeting), END };

static const OneField agenda_prompt[] = { TEXT ("id"), TEXT ("text"), BOOL ("soon"), END };

#define ITEM                                                                                       \
  TEXT ("category"), TEXT ("title"), COUNT ("minutes"), TEXT ("reason"), NUMBER ("score"),         \
  TEXT ("state"), BOOL ("main"), RECORDS ("prompts", agenda_prompt),                               \
  RECORDS ("points", one_fields_point), RECORDS ("actions", one_fields_action)

static const OneField item[] = { ITEM, END };

static const OneField item_why[] = {
  ITEM, NUMBER ("meetings_since"), NUMBER ("unknown_since"), NUMBER ("weeks_since"), NUMBER ("ideal_meetings"),
  NUMBER ("ideal_weeks"), NUMBER ("max_meetings"), NUMBER ("max_weeks"),
  INSTANT ("last_touched"), END,
};

const OneField one_fields_agenda[] = {
  RECORD ("meeting", one_fields_meeting), RECORDS ("items", item),
  RECORDS ("parked", one_fields_point), TEXT ("note"), END,
};

const OneField one_fields_agenda_why[] = {
  RECORD ("meeting", one_fields_meeting), RECORDS ("items", item_why),
  RECORDS ("parked", one_fields_point), TEXT ("note"), END,
};

const OneField one_fields_person[] = {
  TEXT ("name"), TEXTS ("addresses"), TEXT ("role"), INSTANT ("last_met"),
  INSTANT ("next_meeting"), COUNT ("held"), INSTANT ("held_since"), COUNT ("open_actions"), END,
};

static const OneField history[] = {
  TEXT ("meeting"), INSTANT ("start"), BOOL ("known"), BOOL ("touched"), BOOL ("proposed"), END,
};

static const OneField covered[] = {
  TEXT ("category"), INSTANT ("last_touched"), NUMBER ("meetings_since"), NUMBER ("weeks_since"),
  NUMBER ("unknown_since"), NUMBER ("score"), TEXT ("state"), RECORDS ("history", history), END,
};

const OneField one_fields_coverage[] = {
  TEXT ("person"), COUNT ("held"), COUNT ("unknown"), RECORDS ("categories", covered), END,
};

static const OneField note[] = { TEXT ("category"), TEXT ("text"), INSTANT ("created"), END };

static const OneField chronicle_meeting[] = {
  TEXT ("id"), INSTANT ("start"), INSTANT ("end"), TEXT ("summary"), TEXT ("state"),
  INSTANT ("moved_from"), TEXTS ("touched"), RECORDS ("notes", note), END,
};

static const OneField chronicle_action[] = {
  TEXT ("id"), TEXT ("text"), TEXT ("owner"), TEXT ("due"), INSTANT ("created"), TEXT ("state"),
  INSTANT ("closed"), END,
};

static const OneField chronicle_point[] = {
  TEXT ("id"), TEXT ("category"), TEXT ("text"), INSTANT ("created"), TEXT ("state"),
  INSTANT ("closed"), END,
};

const OneField one_fields_chronicle[] = {
  TEXT ("person"), TEXT ("role"), RECORDS ("meetings", chronicle_meeting),
  RECORDS ("actions", chronicle_action), RECORDS ("points", chronicle_point), END,
};

static const OneField category_prompt[] = { TEXT ("id"), TEXT ("text"), BOOL ("soon"), END };

const OneField one_fields_category[] = {
  TEXT ("id"), TEXT ("title"), TEXT ("rule"), BOOL ("enabled"), NUMBER ("ideal_meetings"),
  NUMBER ("ideal_weeks"), NUMBER ("max_meetings"), NUMBER ("max_weeks"),
  RECORDS ("prompts", category_prompt), END,
};

static const OneField occurrence[] = {
  INSTANT ("start"), INSTANT ("end"), INSTANT ("recurrence_id"), TEXT ("state"), END,
};

static const OneField reminder[] = { INSTANT ("at"), TEXT ("stage"), END };

const OneField one_fields_event[] = {
  TEXT ("uid"), TEXT ("summary"), TEXT ("source"), TEXT ("calendar"), TEXT ("verdict"), TEXT ("reason"),
  TEXT ("person"), TEXT ("zone"), BOOL ("with_me"), TEXTS ("others"), RECORDS ("occurrences", occurrence),
  RECORDS ("reminders", reminder), END,
};

const OneField one_fields_trouble[] = {
  TEXT ("source"), NUMBER ("line"), TEXT ("what"), INSTANT ("since"), END,
};

const OneField one_fields_written[] = {
  TEXT ("kind"), TEXT ("id"), TEXT ("person"), TEXT ("meeting"), INSTANT ("at"),
  TEXT ("category"), TEXT ("state"), TEXTS ("lines"), END,
};

static const OneField daemon_fields[] = {
  TEXT ("version"), NUMBER ("pid"), INSTANT ("started"), END,
};

static const OneField source[] = {
  TEXT ("path"), TEXT ("name"), TEXT ("kind"), COUNT ("files"), COUNT ("series"),
  INSTANT ("changed"), BOOL ("stale"), BOOL ("nameless"), END,
};

const OneField one_fields_status[] = {
  RECORD ("daemon", daemon_fields), INSTANT ("known_from"), TEXTS ("me"), RECORDS ("sources", source),
  TEXTS ("hidden"),
  RECORD ("next", one_fields_meeting), RECORD ("reminder", reminder),
  RECORDS ("troubles", one_fields_trouble), END,
};

const OneField one_fields_check[] = {
  TEXT ("name"), BOOL ("ok"), TEXT ("what"), TEXT ("mend"), END,
};

const OneField one_fields_subscription[] = {
  TEXT ("name"), TEXT ("path"), TEXT ("answer"), BOOL ("ok"), TEXT ("what"), TEXT ("mend"),
  INSTANT ("asked"), INSTANT ("got"), INSTANT ("next"), END,
};
/* clang-format on */
