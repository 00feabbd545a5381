/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-category.h"

#include "bus/pack/dict.h"
#include "bus/pack/pack-list.h"

static GVariant *
pack_prompt (const OnePrompt *prompt)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_dict_add_text (&record, "id", prompt->id);
  one_dict_add_text (&record, "text", prompt->text);
  g_variant_dict_insert (&record, "soon", "b", prompt->soon);
  return g_variant_dict_end (&record);
}

void
one_pack_category_add_prompts (GVariantDict *record, const GPtrArray *prompts)
{
  g_variant_dict_insert_value (record, "prompts",
                               one_pack_list (prompts, (OnePackFunc) pack_prompt));
}

void
one_pack_category_add_limits (GVariantDict *record, const OneLimits *limits)
{
  g_variant_dict_insert (record, "ideal_meetings", "u", limits->ideal_meetings);
  g_variant_dict_insert (record, "ideal_weeks", "u", limits->ideal_weeks);
  g_variant_dict_insert (record, "max_meetings", "u", limits->max_meetings);
  g_variant_dict_insert (record, "max_weeks", "u", limits->max_weeks);
}

void
one_pack_category_add_neglect (GVariantDict *record, const OneNeglect *neglect)
{
  one_dict_add_time (record, "last_touched", neglect->last_touched);
  g_variant_dict_insert (record, "meetings_since", "u", neglect->meetings_since);
  g_variant_dict_insert (record, "unknown_since", "u", neglect->unknown);
  g_variant_dict_insert (record, "weeks_since", "d", neglect->weeks_since);
  g_variant_dict_insert (record, "score", "d", neglect->score);
  one_dict_add_text (record, "state", one_words_format_neglect (neglect->state));
}

GVariant *
one_pack_category (const OneCategory *category)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_dict_add_text (&record, "id", category->id);
  one_dict_add_text (&record, "title", category->title);
  one_dict_add_text (&record, "rule", one_words_format_rule (category->rule));
  g_variant_dict_insert (&record, "enabled", "b", category->enabled);
  one_pack_category_add_limits (&record, &category->limits);
  one_pack_category_add_prompts (&record, category->prompts);
  return g_variant_dict_end (&record);
}
