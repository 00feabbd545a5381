/* SPDX-License-Identifier: MIT */
#include "edge/aside.h"

/* The thread holds it while it works, then the main loop; the thread touches `work` only, the main
 * loop before that the rest only. */
struct OneAside {
  const OneAsideFuncs *funcs; /* (borrowed) */
  gpointer work;              /* (owned) */
  gpointer data;              /* (borrowed) */
  gboolean cancelled;         /* nobody waits for it */
};

static void
aside_free (gpointer data)
{
  OneAside *aside = data;

  aside->funcs->free (aside->work);
  g_free (aside);
}

static gboolean
tell (gpointer data)
{
  OneAside *aside = data;

  if (!aside->cancelled)
    aside->funcs->done (aside->work, aside->data);
  return G_SOURCE_REMOVE;
}

/* Not g_main_context_invoke, which may take it for its chance to call from this thread. */
static gpointer
run (gpointer data)
{
  OneAside *aside = data;
  GSource *source = g_idle_source_new ();

  aside->funcs->run (aside->work);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell, aside, aside_free);
  g_source_attach (source, NULL);
  g_source_unref (source);
  return NULL;
}

OneAside *
one_aside_new (const OneAsideFuncs *funcs, gpointer work, gpointer data)
{
  OneAside *aside = g_new0 (OneAside, 1);

  aside->funcs = funcs;
  aside->work = work;
  aside->data = data;
  g_thread_unref (g_thread_new (funcs->name, run, aside));
  return aside;
}

void
one_aside_cancel (OneAside *aside)
{
  aside->cancelled = TRUE;
}
