/* SPDX-License-Identifier: MIT */
#include "reader/parse/vevent.h"

void
one_vevent_free (OneVEvent *vevent)
{
  g_free (vevent->uid);
  g_clear_pointer (&vevent->event, one_event_free);
  g_clear_pointer (&vevent->rules, g_array_unref);
  g_clear_pointer (&vevent->exrules, g_array_unref);
  g_clear_pointer (&vevent->extras, g_array_unref);
  g_clear_pointer (&vevent->excluded, g_array_unref);
  g_free (vevent);
}
