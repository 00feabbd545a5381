/* SPDX-License-Identifier: MIT */
/* Actions and points. Their ids never move and never come back. */
#pragma once

#include "model/promise.h"
#include "store/db/store.h"

/* Which ones: all zero for the open ones of everybody. */
typedef struct {
  gint64 person;       /* 0: everybody */
  gboolean closed;     /* also those that are done or dropped */
  gint64 closed_since; /* ... of these only what was closed then or later, UTC seconds */
  gboolean one_owner;  /* actions only: of `owner` alone */
  OneOwner owner;
} OnePromiseFilter;

/* Fill in the id. `meeting` is the one in which the promise was made, 0 for none. */
gboolean one_promises_add_action (OneStore *store, OneAction *action, gint64 meeting,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean one_promises_add_point (OneStore *store, OnePoint *point,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* NOT_FOUND: `no action 'a12'`, `no point 'p7'`. */
OneAction *one_promises_get_action (OneStore *store, gint64 id,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
OnePoint *one_promises_get_point (OneStore *store, gint64 id,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How many actions with the person are open. */
gboolean one_promises_count_open (OneStore *store, gint64 person, guint *count,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) by id, which is the order in which they were made. */
GPtrArray *one_promises_list_actions (OneStore *store, const OnePromiseFilter *filter,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *one_promises_list_points (OneStore *store, const OnePromiseFilter *filter,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) of OneAction: mine that are open and due on `from` or later, by day, then id. */
GPtrArray *one_promises_list_due (OneStore *store, const GDate *from,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) of OnePoint: those that are open and to be asked at once, by id. */
GPtrArray *one_promises_list_asks (OneStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Takes "a12" and "p7" apart: 'a' or 'p', and the number. INVALID for anything else. */
gboolean one_promises_parse_id (const char *id, char *kind, gint64 *number,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* All of the ids or none; those that are in that state already stay as they are. How many changed,
 * or -1: INVALID for what is no such id, NOT_FOUND for an unknown one. */
int one_promises_set_state (OneStore *store, const char *const *ids, OneState state, gint64 now,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Text, owner and due day of an action, text and category of a point; the rest is not looked at.
 * Nothing happens if it is not there. */
gboolean one_promises_set_action (OneStore *store, const OneAction *action,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean one_promises_set_point (OneStore *store, const OnePoint *point,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
