/* SPDX-License-Identifier: MIT */
#include "edge/notify/notify-screen.h"

typedef struct {
  guint32 id;
  OneNotice *notice; /* (owned) */
  guint name;
  gint64 at;
} Shown;

#define REMEMBERED 16

typedef struct {
  guint32 id;
  gint64 at;
} Closing;

/* An array, in the order of showing: there are a handful at most. */
struct OneNotifyScreen {
  GArray *shown;    /* (owned) of Shown */
  GArray *closings; /* (owned) of Closing, oldest first */
};

static void
shown_clear (gpointer data)
{
  one_notice_free (((Shown *) data)->notice);
}

static GArray *
screen_new_array (void)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (Shown));

  g_array_set_clear_func (shown, shown_clear);
  return shown;
}

static Shown *
screen_at (const OneNotifyScreen *screen, guint i)
{
  return &g_array_index (screen->shown, Shown, i);
}

OneNotifyScreen *
one_notify_screen_new (void)
{
  OneNotifyScreen *screen = g_new0 (OneNotifyScreen, 1);

  screen->shown = screen_new_array ();
  screen->closings = g_array_new (FALSE, FALSE, sizeof (Closing));
  return screen;
}

void
one_notify_screen_add (OneNotifyScreen *screen, guint32 id, const OneNotice *notice, guint name,
                       gint64 now)
{
  Shown shown = { id, one_notice_dup (notice), name, now };

  one_notify_screen_del (screen, id);
  g_array_append_val (screen->shown, shown);
}

gboolean
one_notify_screen_del (OneNotifyScreen *screen, guint32 id)
{
  for (guint i = 0; i < screen->shown->len; i++)
    if (screen_at (screen, i)->id == id) {
      g_array_remove_index (screen->shown, i);
      return TRUE;
    }
  return FALSE;
}

void
one_notify_screen_close (OneNotifyScreen *screen, guint32 id, gint64 now)
{
  Closing closing = { id, now };

  one_notify_screen_del (screen, id);
  if (screen->closings->len == REMEMBERED)
    g_array_remove_index (screen->closings, 0);
  g_array_append_val (screen->closings, closing);
}

gint64
one_notify_screen_get_shown (const OneNotifyScreen *screen, guint32 id, gint64 now)
{
  for (guint i = 0; i < screen->shown->len; i++)
    if (screen_at (screen, i)->id == id)
      return now - screen_at (screen, i)->at;
  return -1;
}

gint64
one_notify_screen_get_closed (const OneNotifyScreen *screen, guint32 id, gint64 now)
{
  for (guint i = screen->closings->len; i-- > 0;) {
    const Closing *closing = &g_array_index (screen->closings, Closing, i);

    if (closing->id == id)
      return now - closing->at;
  }
  return -1;
}

const OneNotice *
one_notify_screen_find (const OneNotifyScreen *screen, guint32 id)
{
  for (guint i = 0; i < screen->shown->len; i++)
    if (screen_at (screen, i)->id == id)
      return screen_at (screen, i)->notice;
  return NULL;
}

guint32
one_notify_screen_get_id (const OneNotifyScreen *screen, gint64 sent, const char *tag)
{
  for (guint i = 0; i < screen->shown->len; i++)
    if (screen_at (screen, i)->notice->sent == sent)
      return screen_at (screen, i)->id;
  for (guint i = 0; *tag && i < screen->shown->len; i++)
    if (g_str_equal (screen_at (screen, i)->notice->tag, tag))
      return screen_at (screen, i)->id;
  return 0;
}

guint32
one_notify_screen_get_first (const OneNotifyScreen *screen)
{
  return screen->shown->len > 0 ? screen_at (screen, 0)->id : 0;
}

static guint
screen_count (const OneNotifyScreen *screen, guint name)
{
  guint count = 0;

  for (guint i = 0; i < screen->shown->len; i++)
    count += screen_at (screen, i)->name == name;
  return count;
}

guint
one_notify_screen_pick_name (const OneNotifyScreen *screen, guint32 id, guint most)
{
  guint name = 0;

  for (guint i = 0; i < screen->shown->len; i++)
    if (screen_at (screen, i)->id == id)
      return screen_at (screen, i)->name;
  while (screen_count (screen, name) >= most)
    name++;
  return name;
}

void
one_notify_screen_clear (OneNotifyScreen *screen, void (*lost) (gint64 sent, gpointer data),
                         gpointer data)
{
  g_autoptr (GArray) shown = screen->shown;

  screen->shown = screen_new_array ();
  for (guint i = 0; i < shown->len; i++)
    lost (g_array_index (shown, Shown, i).notice->sent, data);
}

void
one_notify_screen_free (OneNotifyScreen *screen)
{
  g_array_unref (screen->shown);
  g_array_unref (screen->closings);
  g_free (screen);
}
