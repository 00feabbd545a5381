/* SPDX-License-Identifier: MIT */
#include "engine/trial.h"

#include "core/notice/notice-text.h"
#include "engine/state.h"
#include "wire/error.h"

typedef struct {
  OneTrialFunc done;
  gpointer data; /* (borrowed) for done */
} Trial;

void
one_trial_begin (OneEngine *engine, OneTrialFunc done, gpointer data)
{
  g_autoptr (OneNotice) notice = one_notice_text_trial ();
  Trial *trial = g_new0 (Trial, 1);

  trial->done = done;
  trial->data = data;
  g_queue_push_tail (&engine->trials, trial);
  one_notify_show (engine->notify, notice);
}

/* Each is answered once, in the order they were asked for. */
void
one_trial_answer (OneEngine *engine, const char *why)
{
  g_autofree Trial *trial = g_queue_pop_head (&engine->trials);
  g_autoptr (GError) error = why ? g_error_new_literal (ONE_ERROR, ONE_ERROR_FAILED, why) : NULL;

  if (trial)
    trial->done (error, trial->data);
}

void
one_trial_end_all (OneEngine *engine)
{
  while (!g_queue_is_empty (&engine->trials))
    one_trial_answer (engine, "oned ends");
}
