/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-category.h"

static void
pack_prompt (OneRecord *record, const OnePrompt *prompt)
{
  one_record_add_text (record, "id", prompt->id);
  one_record_add_text (record, "text", prompt->text);
  one_record_add_flag (record, "soon", prompt->soon);
}

void
one_pack_category_add_prompts (OneRecord *record, const GPtrArray *prompts)
{
  one_record_add_list (record, "prompts", prompts, (OneRecordFunc) pack_prompt);
}

void
one_pack_category_add_limits (OneRecord *record, const OneLimits *limits)
{
  one_record_add_count (record, "ideal_meetings", limits->ideal_meetings);
  one_record_add_count (record, "ideal_weeks", limits->ideal_weeks);
  one_record_add_count (record, "max_meetings", limits->max_meetings);
  one_record_add_count (record, "max_weeks", limits->max_weeks);
}

void
one_pack_category_add_neglect (OneRecord *record, const OneNeglect *neglect)
{
  one_record_add_time (record, "last_touched", neglect->last_touched);
  one_record_add_count (record, "meetings_since", neglect->meetings_since);
  one_record_add_count (record, "unknown_since", neglect->unknown);
  one_record_add_number (record, "weeks_since", neglect->weeks_since);
  one_record_add_number (record, "score", neglect->score);
  one_record_add_text (record, "state", one_words_format_neglect (neglect->state));
}

void
one_pack_category (OneRecord *record, const OneCategory *category)
{
  one_record_add_text (record, "id", category->id);
  one_record_add_text (record, "title", category->title);
  one_record_add_text (record, "rule", one_words_format_rule (category->rule));
  one_record_add_flag (record, "enabled", category->enabled);
  one_pack_category_add_limits (record, &category->limits);
  one_pack_category_add_prompts (record, category->prompts);
}
