/* SPDX-License-Identifier: MIT */
#include "edge/notify/notify-relay.h"

/* The lowest bit of a number whose others are a OneInhibition. */
#define PRESENT 1u

typedef enum {
  EVENT_SHOWN,
  EVENT_FAILED,
  EVENT_CLOSED,
  EVENT_PRESSED,
  EVENT_SERVER,
  EVENT_LEARNT
} EventKind;

typedef struct {
  OneNotifyRelay *relay; /* (owned) */
  EventKind kind;
  gint64 sent;
  guint number;                  /* id, reason, button, no_server, or PRESENT and an inhibition */
  char *text;                    /* (owned) server, why or token; NULL for none */
  const OneNotifyHabits *habits; /* (borrowed) NULL for none */
} Event;

struct OneNotifyRelay {
  gint references; /* of the owner, and each event under way */
  OneNotifyEvents events;
  gpointer data;      /* (borrowed) for events */
  GMainContext *main; /* (owned) where the events go */
  gboolean stopped;   /* set and read on that context only */
};

void
one_notify_relay_unref (OneNotifyRelay *relay)
{
  if (!g_atomic_int_dec_and_test (&relay->references))
    return;
  g_main_context_unref (relay->main);
  g_free (relay);
}

static void
event_free (gpointer data)
{
  Event *event = data;

  one_notify_relay_unref (event->relay);
  g_free (event->text);
  g_free (event);
}

static gboolean
event_deliver (gpointer data)
{
  Event *event = data;
  OneNotifyEvents *events = &event->relay->events;
  gpointer user = event->relay->data;

  if (event->relay->stopped)
    return G_SOURCE_REMOVE;
  switch (event->kind) {
  case EVENT_SHOWN:
    events->shown (event->sent, event->text, event->number, user);
    break;
  case EVENT_FAILED:
    events->failed (event->sent, event->text, (gboolean) event->number, user);
    break;
  case EVENT_CLOSED:
    events->closed (event->sent, (OneClosed) event->number, user);
    break;
  case EVENT_PRESSED:
    events->pressed (event->sent, (OneButton) event->number, event->text, user);
    break;
  case EVENT_SERVER:
    events->server_changed (event->number & PRESENT, (OneInhibition) (event->number >> 1), user);
    break;
  case EVENT_LEARNT:
    if (events->learnt)
      events->learnt (event->habits, user);
    break;
  }
  return G_SOURCE_REMOVE;
}

/* `event`: (transfer full), without its relay. */
static void
event_send (OneNotifyRelay *relay, Event *event)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_atomic_int_inc (&relay->references);
  event->relay = relay;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, event_deliver, event, event_free);
  g_source_attach (source, relay->main);
}

static void
event_post (OneNotifyRelay *relay, EventKind kind, gint64 sent, guint number, const char *text)
{
  Event *event = g_new0 (Event, 1);

  event->kind = kind;
  event->sent = sent;
  event->number = number;
  event->text = g_strdup (text);
  event_send (relay, event);
}

static void
post_shown (gint64 sent, const char *server, guint32 id, gpointer data)
{
  event_post (data, EVENT_SHOWN, sent, id, server);
}

static void
post_failed (gint64 sent, const char *why, gboolean no_server, gpointer data)
{
  event_post (data, EVENT_FAILED, sent, (guint) no_server, why);
}

static void
post_closed (gint64 sent, OneClosed reason, gpointer data)
{
  event_post (data, EVENT_CLOSED, sent, reason, NULL);
}

static void
post_pressed (gint64 sent, OneButton button, const char *token, gpointer data)
{
  event_post (data, EVENT_PRESSED, sent, button, token);
}

static void
post_server_changed (gboolean present, OneInhibition inhibited, gpointer data)
{
  event_post (data, EVENT_SERVER, 0, (present ? PRESENT : 0) | (guint) inhibited << 1, NULL);
}

static void
post_learnt (const OneNotifyHabits *habits, gpointer data)
{
  Event *event = g_new0 (Event, 1);

  event->kind = EVENT_LEARNT;
  event->habits = habits;
  event_send (data, event);
}

const OneNotifyEvents one_notify_relay_events = {
  post_shown, post_failed, post_closed, post_pressed, post_server_changed, post_learnt,
};

OneNotifyRelay *
one_notify_relay_new (const OneNotifyEvents *events, gpointer data)
{
  OneNotifyRelay *relay = g_new0 (OneNotifyRelay, 1);

  relay->references = 1;
  relay->events = *events;
  relay->data = data;
  relay->main = g_main_context_ref_thread_default ();
  return relay;
}

void
one_notify_relay_stop (OneNotifyRelay *relay)
{
  relay->stopped = TRUE;
}
