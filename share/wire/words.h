/* SPDX-License-Identifier: MIT */
/* The words that both programs use for the same thing: enums here, their spelling on the bus, in
 * JSON, in key files and in the database in words.c. A word, once shipped, never changes.
 * lint-allow: header-length, because one table of all words is easier to keep than seven. */
#pragma once

#include <glib.h>

/* The person's relation to me. */
typedef enum {
  ONE_ROLE_MANAGER,
  ONE_ROLE_REPORT,
  ONE_ROLE_PEER,
  ONE_ROLE_MENTOR,
  ONE_ROLE_SKIP_LEVEL,
} OneRole;
#define ONE_N_ROLES 5

/* When a reminder is shown: ahead of the meeting, right before it, and at its end. */
typedef enum {
  ONE_STAGE_PREP,
  ONE_STAGE_START,
  ONE_STAGE_NUDGE,
} OneStage;
#define ONE_N_STAGES 3

/* The state of a meeting. `declined` is by me; the other person's answer is a flag of its own. */
typedef enum {
  ONE_MEETING_PLANNED,
  ONE_MEETING_HELD,
  ONE_MEETING_SKIPPED,
  ONE_MEETING_CANCELLED,
  ONE_MEETING_DECLINED,
} OneMeetingState;
#define ONE_N_MEETING_STATES 5

/* Whose promise an action is. */
typedef enum {
  ONE_OWNER_ME,
  ONE_OWNER_THEM,
} OneOwner;
#define ONE_N_OWNERS 2

/* The state of an action or a point. */
typedef enum {
  ONE_STATE_OPEN,
  ONE_STATE_DONE,
  ONE_STATE_DROPPED,
} OneState;
#define ONE_N_STATES 3

/* How overdue a category is; `none` for items that are no matter of neglect. */
typedef enum {
  ONE_NEGLECT_NONE,
  ONE_NEGLECT_FRESH,
  ONE_NEGLECT_DUE,
  ONE_NEGLECT_OVERDUE,
} OneNeglectState;
#define ONE_N_NEGLECT_STATES 4

/* Where a category stands in an agenda (see share/catalogue). */
typedef enum {
  ONE_RULE_REVIEW,
  ONE_RULE_UPDATE,
  ONE_RULE_CORE,
  ONE_RULE_BACKUP,
  ONE_RULE_POINTS,
} OneCategoryRule;
#define ONE_N_RULES 5

/* Where a calendar is. */
typedef enum {
  ONE_SOURCE_FILE,
  ONE_SOURCE_FOLDER,
  ONE_SOURCE_EVOLUTION, /* also GNOME's accounts */
  ONE_SOURCE_THUNDERBIRD,
  ONE_SOURCE_KORGANIZER,
  ONE_SOURCE_ORAGE,
  ONE_SOURCE_RADICALE,
  ONE_SOURCE_XANDIKOS,
  ONE_SOURCE_FEED, /* behind an address, fetched by oned-fetch */
} OneSourceKind;
#define ONE_N_SOURCE_KINDS 9

/* The last answer to oned-fetch, when it asked for a calendar behind an address. */
typedef enum {
  ONE_FEED_NEVER, /* it was not asked yet */
  ONE_FEED_NEW,
  ONE_FEED_SAME,
  ONE_FEED_UNREACHABLE,
  ONE_FEED_SLOW,
  ONE_FEED_BUSY,  /* the server is, or it fails */
  ONE_FEED_PROXY, /* it stands between, and does not help */
  ONE_FEED_CUT,
  ONE_FEED_CERTIFICATE,
  ONE_FEED_INSECURE, /* no secure connection could be made */
  ONE_FEED_REDIRECTS,
  ONE_FEED_PLAIN, /* sent on to an address that is not https */
  ONE_FEED_LOGIN,
  ONE_FEED_PAGE, /* a web page */
  ONE_FEED_NOT_FOUND,
  ONE_FEED_NO_CALENDAR,
  ONE_FEED_LARGE,
  ONE_FEED_STRANGE, /* an answer that means nothing here */
  ONE_FEED_ADDRESS, /* it cannot be read, or is none */
  ONE_FEED_DISK,    /* the calendar could not be written */
} OneFeedAnswer;
#define ONE_N_FEED_ANSWERS 20

/* The part of oned that a trouble is about. */
typedef enum {
  ONE_SUBJECT_FILE,          /* a calendar or a page of the user's, which the trouble names */
  ONE_SUBJECT_ANSWER,        /* what a button of a notification was to do */
  ONE_SUBJECT_BACKUP,        /* the day's copy of the store */
  ONE_SUBJECT_CATALOGUE,     /* a file of the catalogue */
  ONE_SUBJECT_CONFIG,        /* oned.conf */
  ONE_SUBJECT_DAMAGE,        /* a store that was damaged, missing or moved, and what was done */
  ONE_SUBJECT_DISK,          /* what is said cannot be written down */
  ONE_SUBJECT_FEED,          /* a calendar that oned-fetch fetches, which the trouble names */
  ONE_SUBJECT_LAUNCH,        /* opening a page or a link */
  ONE_SUBJECT_NOTIFICATIONS, /* the notification server */
  ONE_SUBJECT_PAGES,         /* the folder of the pages */
  ONE_SUBJECT_READER,        /* oned-reader */
  ONE_SUBJECT_REMINDERS,     /* what was shown cannot be written down */
  ONE_SUBJECT_SOURCES,       /* there is no calendar at all */
  ONE_SUBJECT_STORE,         /* what the calendars say cannot be written down */
  ONE_SUBJECT_ZONE,          /* the system's time zone */
} OneSubject;
#define ONE_N_SUBJECTS 16

/* Format gives the word, never NULL (none: ""). Parse is case-sensitive and returns FALSE, leaving
 * the value alone, for what is no such word. */
const char *one_words_format_role (OneRole role);
gboolean one_words_parse_role (const char *word, OneRole *role);
const char *one_words_format_stage (OneStage stage);
gboolean one_words_parse_stage (const char *word, OneStage *stage);
const char *one_words_format_meeting_state (OneMeetingState state);
gboolean one_words_parse_meeting_state (const char *word, OneMeetingState *state);
const char *one_words_format_owner (OneOwner owner);
gboolean one_words_parse_owner (const char *word, OneOwner *owner);
const char *one_words_format_state (OneState state);
gboolean one_words_parse_state (const char *word, OneState *state);
const char *one_words_format_neglect (OneNeglectState state);
gboolean one_words_parse_neglect (const char *word, OneNeglectState *state);
const char *one_words_format_rule (OneCategoryRule rule);
gboolean one_words_parse_rule (const char *word, OneCategoryRule *rule);
const char *one_words_format_subject (OneSubject subject);
gboolean one_words_parse_subject (const char *word, OneSubject *subject);
const char *one_words_format_source_kind (OneSourceKind kind);
gboolean one_words_parse_source_kind (const char *word, OneSourceKind *kind);
const char *one_words_format_feed_answer (OneFeedAnswer answer);
gboolean one_words_parse_feed_answer (const char *word, OneFeedAnswer *answer);
