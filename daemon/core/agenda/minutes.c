/* SPDX-License-Identifier: MIT */
#include "core/agenda/minutes.h"

#define UPDATE_MOST 2
#define UPDATE_SHORT 16 /* in meetings shorter than this the update has one minute */
#define MANY_ACTIONS 3

static gboolean
item_is_brief (const OneItem *item)
{
  return item->rule == ONE_RULE_UPDATE && !item->main;
}

static guint
item_weight (const OneItem *item)
{
  switch (item->rule) {
  case ONE_RULE_REVIEW:
    return item->actions->len > MANY_ACTIONS ? 3 : 2;
  case ONE_RULE_BACKUP:
    return 2;
  case ONE_RULE_UPDATE:
  case ONE_RULE_POINTS:
  case ONE_RULE_CORE:
    break;
  }
  return item->points->len > 0 ? 5 : 4;
}

/* The items that share what the update leaves. (transfer container) */
static GPtrArray *
items_share_update (const GPtrArray *items, guint *total)
{
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++) {
    OneItem *item = g_ptr_array_index (items, i);
    guint most = *total < UPDATE_SHORT && items->len > 1 ? 1 : UPDATE_MOST;

    item->minutes = 0;
    if (!item_is_brief (item)) {
      g_ptr_array_add (others, item);
      continue;
    }
    item->minutes = *total >= items->len ? MIN (most, *total) : 0;
  }
  for (guint i = 0; i < items->len; i++)
    *total -= ((OneItem *) g_ptr_array_index (items, i))->minutes;
  return others;
}

/* Weighs the main subject as all others together and a bit, so that it leads clearly. */
static guint
items_weigh (const GPtrArray *items, guint *weights)
{
  guint sum = 0;

  for (guint i = 0; i < items->len; i++) {
    weights[i] = item_weight (g_ptr_array_index (items, i));
    sum += ((OneItem *) g_ptr_array_index (items, i))->main ? 0 : weights[i];
  }
  for (guint i = 0; i < items->len; i++)
    if (((OneItem *) g_ptr_array_index (items, i))->main) {
      weights[i] = sum + 2;
      return sum + weights[i];
    }
  return sum;
}

/* The item with the largest remainder that has not had one of the odd minutes yet. */
static guint
rests_take (guint *rests, guint count)
{
  guint best = 0;

  for (guint i = 1; i < count; i++)
    if (rests[i] > rests[best])
      best = i;
  rests[best] = 0;
  return best;
}

void
one_minutes_share (const GPtrArray *items, guint total)
{
  guint left = total;
  g_autoptr (GPtrArray) others = items_share_update (items, &left);
  g_autofree guint *weights = g_new0 (guint, others->len + 1);
  g_autofree guint *rests = g_new0 (guint, others->len + 1);
  guint sum = items_weigh (others, weights);
  guint each = left >= others->len ? 1 : 0;
  guint spread = left - each * others->len;

  if (others->len == 0)
    return;
  left = spread;
  for (guint i = 0; i < others->len; i++) {
    guint64 share = (guint64) spread * weights[i];

    ((OneItem *) g_ptr_array_index (others, i))->minutes = each + (guint) (share / sum);
    rests[i] = (guint) (share % sum) + 1;
    left -= (guint) (share / sum);
  }
  for (; left > 0; left--)
    ((OneItem *) g_ptr_array_index (others, rests_take (rests, others->len)))->minutes++;
}
