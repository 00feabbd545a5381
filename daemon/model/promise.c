/* SPDX-License-Identifier: MIT */
#include "model/promise.h"

OneAction *
one_action_new (void)
{
  OneAction *action = g_new0 (OneAction, 1);

  action->text = g_strdup ("");
  g_date_clear (&action->due, 1);
  return action;
}

OneAction *
one_action_dup (const OneAction *action)
{
  OneAction *copy = g_memdup2 (action, sizeof *action);

  copy->text = g_strdup (action->text);
  return copy;
}

void
one_action_free (OneAction *action)
{
  g_free (action->text);
  g_free (action);
}

OnePoint *
one_point_new (void)
{
  OnePoint *point = g_new0 (OnePoint, 1);

  point->category = g_strdup ("");
  point->text = g_strdup ("");
  g_date_clear (&point->on, 1);
  return point;
}

OnePoint *
one_point_dup (const OnePoint *point)
{
  OnePoint *copy = g_memdup2 (point, sizeof *point);

  copy->category = g_strdup (point->category);
  copy->text = g_strdup (point->text);
  return copy;
}

void
one_point_free (OnePoint *point)
{
  g_free (point->category);
  g_free (point->text);
  g_free (point);
}
