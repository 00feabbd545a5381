/* SPDX-License-Identifier: MIT */
/* A notification for the sake of it: what `onectl doctor --test-notification` waits for. */
#pragma once

#include "engine/base.h"

/* `error` is NULL when the server has taken it. */
typedef void (*OneTrialFunc) (const GError *error, gpointer data);

/* Shows it. `done` is called once, also when the engine ends before the server has answered. */
void one_trial_begin (OneEngine *engine, OneTrialFunc done, gpointer data);

/* The server's answer, `why` being NULL for taken: to the oldest one. */
void one_trial_answer (OneEngine *engine, const char *why);

/* Answers all that wait. */
void one_trial_end_all (OneEngine *engine);
