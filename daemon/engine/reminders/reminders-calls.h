/* SPDX-License-Identifier: MIT */
/* Functions of others that the reminders call. */
#pragma once

#include <glib.h>
#include "model/meeting.h"

typedef struct OneReminders OneReminders;

/* All are called with the same data. */
typedef struct {
  /* The server, or the user, has answered. */
  void (*changed) (gpointer data);
  /* Makes the page of the meeting if there is none yet. `path` is (transfer full). */
  gboolean (*make_page) (const OneMeeting *meeting, char **path, GError **error, gpointer data);
  /* The button "As planned" was pressed (all of the agenda was talked about), or "Did not happen".
   */
  void (*log) (const OneMeeting *meeting, gboolean took_place, GError **error, gpointer data);
  /* Another meeting than a one-on-one that I accepted for that time; NULL if none is known.
   * (transfer full) */
  OneMeeting *(*find_accepted) (const OneMeeting *meeting, gpointer data);
  /* The time that all meetings besides one-on-ones that I accepted take of [from, to). (transfer
   * full) of OneBusy */
  GArray *(*list_accepted) (gint64 from, gint64 to, gpointer data);
  /* The button "Done": the promise, an action by its id, was kept. */
  void (*keep_promise) (gint64 action, GError **error, gpointer data);
  /* The button "Asked": a point, by its id, was raised. */
  void (*close_point) (gint64 point, GError **error, gpointer data);
} OneRemindersCalls;

/* `error` is NULL when the server has taken it. */
typedef void (*OneTestNotificationFunc) (const GError *error, gpointer data);
