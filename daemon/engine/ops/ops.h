/* SPDX-License-Identifier: MIT */
/* Operations: one function for each method of the bus. A change is committed before its function
 * returns. WHO and WHICH as in org.oned.Oned1.xml. Errors are ONE_ERROR; the answer is then NULL
 * (or FALSE) and nothing has changed. Answers are (transfer full).
 * lint-allow: header-length, because it is the list of all methods. */
#pragma once

#include "engine/base/base.h"
#include "engine/ops/answers/logged.h"
#include "engine/ops/answers/results.h"
#include "engine/pages/page-report.h"
#include "engine/reminders/reminders-calls.h"

/* ops-agenda.c */
GPtrArray *one_ops_agenda_list (OneEngine *engine, const char *which, gboolean rebuild,
                                GError **error);
typedef struct {
  gboolean all;  /* also cancelled and declined ones */
  gboolean open; /* only those held since oned is in use that the user said nothing about */
} OneMeetingFilter;
GPtrArray *one_ops_agenda_list_meetings (OneEngine *engine, gint64 from, gint64 to,
                                         const OneMeetingFilter *filter, GError **error);
/* NULL for none; else with its agenda's titles, and the meetings at the same time (or NULL). */
OneMeeting *one_ops_agenda_next (OneEngine *engine, char ***titles, GPtrArray **overlaps);
gboolean one_ops_agenda_snooze (OneEngine *engine, const char *which, gint32 seconds, gint64 *until,
                                GError **error);

/* ops-promise.c; `category`, `on` and `due` may be "" */
OnePointView *one_ops_promise_add_point (OneEngine *engine, const char *who, const OnePoint *point,
                                         GError **error);
typedef struct {
  gboolean all;
  gboolean ask; /* only those that are to be asked at once */
} OnePointFilter;
GPtrArray *one_ops_promise_list_points (OneEngine *engine, const char *who,
                                        const OnePointFilter *filter, GError **error);
OneActionView *one_ops_promise_add_action (OneEngine *engine, const char *who,
                                           const OneAction *action, GError **error);
typedef struct {
  gboolean theirs;
  gboolean overdue;
  gboolean all;
} OneActionFilter;
GPtrArray *one_ops_promise_list_actions (OneEngine *engine, const char *who,
                                         const OneActionFilter *filter, GError **error);
/* Changes all of them or none. Returns their records (of OnePromiseView) in the order of `ids`. */
GPtrArray *one_ops_promise_set_state (OneEngine *engine, const char *const *ids, OneState state,
                                      guint *changed, GError **error);

/* ops-edit.c: changes of an action (text, due day, owner) or of a point (text, category) */
typedef struct {
  const char *id;   /* "a12", "p7" */
  const char *text; /* NULL: unchanged; so are the next two */
  const char *category;
  const char *owner; /* "me", "them" */
  gboolean has_due;
  GDate due; /* not valid: no day any more */
} OneEdit;
OnePromiseView *one_ops_edit (OneEngine *engine, const OneEdit *edit, GError **error);

/* ops-log.c */
typedef struct {
  const char *const *covered; /* ids of categories, or unique beginnings; NULL for none */
  const guint32 *items;       /* items of the meeting's agenda by their numbers, from 1 */
  gsize n_items;
  gboolean all;     /* all items of its agenda */
  const char *note; /* "" for none */
  gboolean skipped;
} OneLogEntry;
/* Points that stood under an item which is logged by its number were raised: they are closed. If
 * `which` is a day and the entry has nothing but `skipped`, all meetings of that day that have
 * begun are skipped. */
OneLogged *one_ops_log (OneEngine *engine, const char *which, const OneLogEntry *entry,
                        GError **error);

/* Finds the meeting that would be logged. If the person has none that has begun, it is a new one,
 * not yet in the store (id 0). ONE_ERROR_REFUSED if `which` names a meeting that has not begun. */
OneMeeting *one_ops_log_find (OneEngine *engine, const char *which, GError **error);

/* ops-page.c: `make` makes the page of the meeting that would be logged, or else of the next with
 * that person, unless it is there already; `read` reads the page of a meeting ("m41") now */
OneMeeting *one_ops_page_make (OneEngine *engine, const char *which, char **path, GError **error);
OnePageReport *one_ops_page_read (OneEngine *engine, const char *meeting, GError **error);

/* ops-person.c */
GPtrArray *one_ops_person_list (OneEngine *engine, GError **error);
OnePersonView *one_ops_person_get (OneEngine *engine, const char *who, GError **error);
typedef struct {
  const char *role, *name, *address, *merge; /* NULL: unchanged */
} OnePersonChanges;
OnePersonView *one_ops_person_set (OneEngine *engine, const char *who,
                                   const OnePersonChanges *changes, GError **error);

/* ops-coverage.c: as of the next meeting, or of now if there is none */
OneCoverage *one_ops_coverage_get (OneEngine *engine, const OnePerson *person, GError **error);
GPtrArray *one_ops_coverage_list (OneEngine *engine, const char *who, GError **error);
const OneCatalogue *one_ops_coverage_list_categories (OneEngine *engine, const char *role,
                                                      GError **error);

/* ops-chronicle.c: everything since then, with one person or ("") all; `category` "" for all */
GPtrArray *one_ops_chronicle_list (OneEngine *engine, const char *who, gint64 since,
                                   const char *category, GError **error);

/* ops-series.c: `address` "" for never a one-on-one */
gboolean one_ops_series_track (OneEngine *engine, const char *uid, const char *address,
                               GError **error);

/* ops-explain.c */
typedef struct {
  gint64 from, to; /* UTC seconds: what overlaps [from, to) */
} OneWindow;
typedef void (*OneExplainedFunc) (GPtrArray *events, GPtrArray *troubles, const GError *error,
                                  gpointer data);
void one_ops_explain (OneEngine *engine, const char *what, const OneWindow *window,
                      OneExplainedFunc done, gpointer data);
/* Frees a question under way, unanswered. */
void one_ops_explain_forget (gpointer question);

/* ops-status.c */
OneStatusView *one_ops_status (OneEngine *engine, GError **error);

/* ops-test-notification.c: a notification of no meeting; `done` as in reminders-calls.h */
void one_ops_test_notification (OneEngine *engine, OneTestNotificationFunc done, gpointer data);

/* ops-search.c: of OneWrittenView, newest first; notes by their meetings' start, WHO "" for all */
GPtrArray *one_ops_search (OneEngine *engine, const char *words, GError **error);
GPtrArray *one_ops_search_notes (OneEngine *engine, const char *who, GError **error);

/* ops-undo.c: takes back the last change of any kind; answers what it was */
char *one_ops_undo (OneEngine *engine, GError **error);

/* ops-backup.c: to and from an open file. Copying (`fd`: transfer full) goes on beside the main
 * loop, one at a time; restoring answers where the present store was kept. */
typedef void (*OneBackedUpFunc) (const GError *error, gpointer data);
void one_ops_backup (OneEngine *engine, int fd, OneBackedUpFunc done, gpointer data);
/* Leaves a copy under way unanswered. */
void one_ops_backup_forget (OneEngine *engine);
char *one_ops_backup_restore (OneEngine *engine, int fd, GError **error);
