/* SPDX-License-Identifier: MIT */
/* Passes messages between two loops: requests go to the thread by a queue, events come back by
 * notify-relay.c. */
#include "edge/notify/notify.h"

#include "edge/notify/notify-call.h"
#include "edge/notify/notify-relay.h"
#include "edge/notify/notify-server.h"
#include "edge/notify/notify-showing.h"

#define PARTING_US (G_USEC_PER_SEC / 2) /* granted to a server that hangs */

typedef enum { REQUEST_SHOW, REQUEST_ADOPT, REQUEST_RECALL, REQUEST_CLOSE } RequestKind;

typedef struct {
  RequestKind kind;
  OneNotice *notice; /* (owned) NULL for close */
  gint64 sent;
} Request;

struct OneNotify {
  gint references;       /* of the owner and the thread */
  OneNotifyRelay *relay; /* (owned) takes events to the owner's main context */
  GMainContext *context; /* (owned) the thread's */
  GThread *thread;       /* (owned) by the owner of the notify */

  GMutex lock; /* for the rest */
  GCond parted;
  GQueue requests; /* of Request (owned) */
  gboolean waits;  /* the thread is in a call that may hang */
  gboolean dead;   /* free was called: no more requests */
  gboolean over;   /* the thread is about to end */
};

static void
request_free (Request *request)
{
  if (request->notice)
    one_notice_free (request->notice);
  g_free (request);
}

static void
notify_unref (OneNotify *notify)
{
  if (!g_atomic_int_dec_and_test (&notify->references))
    return;
  g_queue_clear_full (&notify->requests, (GDestroyNotify) request_free);
  one_notify_relay_unref (notify->relay);
  g_main_context_unref (notify->context);
  g_mutex_clear (&notify->lock);
  g_cond_clear (&notify->parted);
  g_free (notify);
}

static void
thread_serve (OneNotifyServer *server, const Request *request)
{
  switch (request->kind) {
  case REQUEST_SHOW:
    one_notify_showing_now (server, request->notice);
    break;
  case REQUEST_ADOPT:
  case REQUEST_RECALL:
    one_notify_showing_again (server, request->notice, request->kind == REQUEST_ADOPT);
    break;
  case REQUEST_CLOSE:
    one_notify_server_close (server, request->sent);
    break;
  }
}

/* Sets the next request, or NULL. FALSE if there will be none: at the end only closing is still
 * done, because it does not block. */
static gboolean
thread_next (OneNotify *notify, Request **request)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&notify->lock);

  *request = g_queue_pop_head (&notify->requests);
  while (notify->dead && *request && (*request)->kind != REQUEST_CLOSE) {
    request_free (*request);
    *request = g_queue_pop_head (&notify->requests);
  }
  notify->waits = *request && (*request)->kind != REQUEST_CLOSE;
  g_cond_signal (&notify->parted);
  return *request || !notify->dead;
}

/* Requests are no sources of the context, so that the server's signals can be dispatched in the
 * middle of a request, and no other request with them. */
static gpointer
thread_run (gpointer data)
{
  OneNotify *notify = data;
  OneNotifyServer *server;
  Request *request;

  g_main_context_push_thread_default (notify->context);
  server = one_notify_server_new (&one_notify_relay_events, notify->relay);
  while (thread_next (notify, &request)) {
    if (!request) {
      g_main_context_iteration (notify->context, TRUE);
      continue;
    }
    thread_serve (server, request);
    request_free (request);
  }
  one_notify_server_free (server);
  g_main_context_pop_thread_default (notify->context);
  one_notify_call_sweep (notify->context);
  g_mutex_lock (&notify->lock);
  notify->over = TRUE;
  g_cond_signal (&notify->parted);
  g_mutex_unlock (&notify->lock);
  notify_unref (notify);
  return NULL;
}

OneNotify *
one_notify_new (const OneNotifyEvents *events, gpointer data)
{
  OneNotify *notify = g_new0 (OneNotify, 1);

  notify->references = 2;
  notify->waits = TRUE; /* for the bus, at first */
  notify->relay = one_notify_relay_new (events, data);
  notify->context = g_main_context_new ();
  g_mutex_init (&notify->lock);
  g_cond_init (&notify->parted);
  g_queue_init (&notify->requests);
  notify->thread = g_thread_new ("notify", thread_run, notify);
  return notify;
}

static void
notify_ask (OneNotify *notify, RequestKind kind, const OneNotice *notice, gint64 sent)
{
  Request *request = g_new0 (Request, 1);

  request->kind = kind;
  request->notice = notice ? one_notice_dup (notice) : NULL;
  request->sent = sent;
  g_mutex_lock (&notify->lock);
  g_queue_push_tail (&notify->requests, request);
  g_mutex_unlock (&notify->lock);
  g_main_context_wakeup (notify->context);
}

void
one_notify_show (OneNotify *notify, const OneNotice *notice)
{
  notify_ask (notify, REQUEST_SHOW, notice, notice->sent);
}

void
one_notify_adopt (OneNotify *notify, const OneNotice *notice)
{
  notify_ask (notify, REQUEST_ADOPT, notice, notice->sent);
}

void
one_notify_recall (OneNotify *notify, const OneNotice *notice)
{
  notify_ask (notify, REQUEST_RECALL, notice, notice->sent);
}

void
one_notify_close (OneNotify *notify, gint64 sent)
{
  notify_ask (notify, REQUEST_CLOSE, NULL, sent);
}

/* Leaves a thread alone that waits for a hung server: it ends with the call, or with the program.
 * Waits for a thread that is only slow, on a busy machine. */
void
one_notify_free (OneNotify *notify)
{
  gint64 end = g_get_monotonic_time () + PARTING_US;
  gboolean over = FALSE;

  one_notify_relay_stop (notify->relay);
  g_mutex_lock (&notify->lock);
  notify->dead = TRUE;
  g_main_context_wakeup (notify->context);
  while (!notify->over
         && g_cond_wait_until (&notify->parted, &notify->lock, notify->waits ? end : G_MAXINT64))
    ;
  over = notify->over;
  g_mutex_unlock (&notify->lock);
  if (over)
    g_thread_join (notify->thread);
  else
    g_thread_unref (notify->thread);
  notify_unref (notify);
}
