/* SPDX-License-Identifier: MIT */
#include "edge/notify/notify-patience.h"

#define SECONDS 1           /* GLib makes up to 1.8 of it, to wake for several at a time */
#define EVENTS_AT_ONCE 1000 /* so that a flood of signals does not hold up the notices */

static gboolean
patience_over (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
one_notify_patience_begin (OneNotifyPatience *patience, gboolean over)
{
  patience->is_over = over;
  patience->limit = g_timeout_source_new_seconds (SECONDS);
  g_source_set_callback (patience->limit, patience_over, &patience->is_over, NULL);
  g_source_attach (patience->limit, g_main_context_get_thread_default ());
}

void
one_notify_patience_end (OneNotifyPatience *patience)
{
  g_source_destroy (patience->limit);
  g_clear_pointer (&patience->limit, g_source_unref);
}

void
one_notify_patience_go_on (void)
{
  g_main_context_iteration (g_main_context_get_thread_default (), TRUE);
}

gint64
one_notify_patience_now (void)
{
  return g_get_monotonic_time () / 1000;
}

void
one_notify_patience_catch_up (void)
{
  GMainContext *context = g_main_context_get_thread_default ();

  for (guint i = 0; i < EVENTS_AT_ONCE && g_main_context_iteration (context, FALSE); i++)
    ;
}
