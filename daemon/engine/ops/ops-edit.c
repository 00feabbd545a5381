/* SPDX-License-Identifier: MIT */
#include "engine/ops/ops.h"

#include "engine/base/lookup.h"
#include "engine/base/setup.h"
#include "engine/base/user-change.h"
#include "engine/cycle.h"
#include "engine/ops/answers/promise-view.h"
#include "engine/ops/category.h"
#include "engine/ops/own-words.h"
#include "engine/state.h"
#include "store/promises.h"
#include "wire/error.h"

static gboolean
refuse (const char *id, const char *what, GError **error)
{
  g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, "'%s' is %s", id, what);
  return FALSE;
}

/* Puts the new text, if there is any, in the place of `*text`. */
static gboolean
set_text (char **text, const char *wanted, GError **error)
{
  char *clean = wanted ? one_own_words_dup (wanted, error) : NULL;

  if (wanted && !clean)
    return FALSE;
  if (clean) {
    g_free (*text);
    *text = clean;
  }
  return TRUE;
}

static gboolean
change_action (OneAction *action, const OneEdit *edit, GError **error)
{
  if (edit->owner && !one_words_parse_owner (edit->owner, &action->owner)) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, "'%s' is nobody (me, them)", edit->owner);
    return FALSE;
  }
  if (edit->has_due)
    action->due = edit->due;
  return set_text (&action->text, edit->text, error);
}

static gboolean
edit_action (OneEngine *engine, gint64 number, const OneEdit *edit, GError **error)
{
  g_autoptr (OneAction) action = one_promises_get_action (engine->base.store, number, error);
  g_autofree char *what = NULL;
  g_autoptr (OneTransaction) all = NULL;

  if (!action)
    return FALSE;
  if (edit->category)
    return refuse (edit->id, "a promise: it has no category", error);
  what = g_strdup_printf ("edit of %s: %s", edit->id, action->text);
  return change_action (action, edit, error)
         && (all = one_user_change_begin (&engine->base, what, error))
         && one_promises_set_action (engine->base.store, action, error)
         && one_transaction_commit (all, error);
}

static gboolean
change_point (OneEngine *engine, OnePoint *point, const OneEdit *edit, GError **error)
{
  g_autoptr (OnePerson) person = one_lookup_get (&engine->base, point->person, error);
  const OneCategory *category = NULL;

  if (!person)
    return FALSE;
  if (edit->category
      && !(category = one_category_find (one_setup_get_catalogue (&engine->base, person->role),
                                         edit->category, error)))
    return FALSE;
  if (category) {
    g_free (point->category);
    point->category = g_strdup (category->id);
  }
  return set_text (&point->text, edit->text, error);
}

static gboolean
edit_point (OneEngine *engine, gint64 number, const OneEdit *edit, GError **error)
{
  g_autoptr (OnePoint) point = one_promises_get_point (engine->base.store, number, error);
  g_autofree char *what = NULL;
  g_autoptr (OneTransaction) all = NULL;

  if (!point)
    return FALSE;
  if (edit->owner)
    return refuse (edit->id, "a point: nobody promised it", error);
  if (edit->has_due)
    return refuse (edit->id, "a point: it has no day by which it is due", error);
  what = g_strdup_printf ("edit of %s: %s", edit->id, point->text);
  return change_point (engine, point, edit, error)
         && (all = one_user_change_begin (&engine->base, what, error))
         && one_promises_set_point (engine->base.store, point, error)
         && one_transaction_commit (all, error);
}

OnePromiseView *
one_ops_edit (OneEngine *engine, const OneEdit *edit, GError **error)
{
  char kind;
  gint64 number;

  if (!edit->text && !edit->has_due && !edit->category && !edit->owner) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, "nothing to change: say what of '%s'",
                 edit->id);
    return NULL;
  }
  if (!one_promises_parse_id (edit->id, &kind, &number, error)
      || !(kind == 'a' ? edit_action : edit_point) (engine, number, edit, error))
    return NULL;
  one_cycle_run (engine);
  return one_promise_view_get (engine, edit->id, error);
}
