/* SPDX-License-Identifier: MIT */
/* In the place of edge/notify and edge/desktop/launch: what is called is a list, and the test is
 * the notification server. */
#pragma once

#include "edge/notify/notify.h"

/* What was called since it was asked last, parted by "; ": "show 1 prep", "show 2 prep on 7" (in
 * the place of the server's notification 7), "adopt 1 on 7", "recall 1 on 7", "close 1",
 * "open TARGET TOKEN". */
#define fake_notify_assert_called(text)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *calls_now = fake_notify_take_calls ();                                        \
    g_assert_cmpstr (calls_now, ==, text);                                                         \
  }                                                                                                \
  G_STMT_END
char *fake_notify_take_calls (void);

/* Called in the midst of one_notify_show; NULL for nobody. */
void fake_notify_set_hook (void (*showing) (gint64 sent, gpointer data), gpointer data);

/* What one_launch_open comes to; "" for good. */
void fake_notify_set_launch (const char *why);

/* The server speaks. Its name is "s". */
void fake_notify_shown (gint64 sent, guint32 id);
void fake_notify_failed (gint64 sent, const char *why, gboolean no_server);
void fake_notify_closed (gint64 sent, OneClosed reason);
void fake_notify_pressed (gint64 sent, OneButton button);
void fake_notify_server_changed (gboolean present, OneInhibition inhibited);
