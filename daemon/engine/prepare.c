/* SPDX-License-Identifier: MIT */
#include "engine/prepare.h"

#include "core/agenda/compose.h"
#include "core/agenda/neglect.h"
#include "core/page/page.h"
#include "edge/user/notebook.h"
#include "engine/load.h"
#include "engine/readback.h"
#include "engine/state.h"
#include "store/touches.h"
#include "store/promises.h"

/* Open actions, and those closed since the last time: these are reported once. */
static GPtrArray *
list_actions (OneEngine *engine, const OneHistory *history, const OneMeeting *meeting,
              GError **error)
{
  const OnePast *last = one_neglect_find_last (history, meeting);
  OnePromiseFilter filter = {
    .person = meeting->person,
    .closed = TRUE,
    .closed_since = last ? last->start : 0,
  };

  return one_promises_list_actions (engine->store, &filter, error);
}

OneAgenda *
one_prepare_agenda (OneEngine *engine, const OneMeeting *meeting, gboolean rebuild, GError **error)
{
  OnePromiseFilter open = { .person = meeting->person };
  g_autoptr (OneHistory) history = NULL;
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GPtrArray) points = NULL;
  g_autoptr (OneAgenda) agenda = NULL;
  OneComposeInput input;

  /* One second more, so that what was proposed for this very meeting is among it. */
  if (!(history =
            one_touches_load_history (engine->store, meeting->person, meeting->start + 1, error))
      || !(actions = list_actions (engine, history, meeting, error))
      || !(points = one_promises_list_points (engine->store, &open, error)))
    return NULL;
  input = (OneComposeInput){
    .meeting = meeting,
    .history = history,
    .actions = actions,
    .points = points,
    .catalogue = one_load_get_catalogue (engine, meeting->role),
    .settings = engine->settings,
    .zone = engine->zone,
    .now = one_engine_now (engine),
    .rebuild = rebuild,
  };
  agenda = one_compose_agenda (&input);
  if (rebuild && agenda->prepared && !one_prepare_keep (engine, agenda, error))
    return NULL;
  return g_steal_pointer (&agenda);
}

gboolean
one_prepare_keep (OneEngine *engine, const OneAgenda *agenda, GError **error)
{
  g_autoptr (GPtrArray) proposals = one_compose_proposals (agenda);

  return one_touches_set_proposals (engine->store, agenda->meeting->id, proposals, error);
}

static gboolean
make_page (OneEngine *engine, const OneMeeting *meeting, const char *path, GError **error)
{
  g_autoptr (OneAgenda) agenda = one_prepare_agenda (engine, meeting, FALSE, error);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *person = g_path_get_basename (folder);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *page = g_strdup_printf ("%s/%s", person, name);
  g_autofree char *text = NULL;
  g_autofree char *made = NULL;

  if (!agenda || (!agenda->prepared && !one_prepare_keep (engine, agenda, error)))
    return FALSE;
  text = one_page_format (agenda, meeting->name, engine->zone);
  return one_notebook_create (engine->settings->pages, page, text, &made, error)
         && one_readback_keep (engine, meeting, path, text, error);
}

gboolean
one_prepare_page (OneEngine *engine, const OneMeeting *meeting, char **path, GError **error)
{
  gboolean exists = FALSE;
  g_autofree char *chosen = one_readback_choose (engine, meeting, &exists, error);

  if (!chosen || (!exists && !make_page (engine, meeting, chosen, error)))
    return FALSE;
  *path = g_steal_pointer (&chosen);
  return TRUE;
}
