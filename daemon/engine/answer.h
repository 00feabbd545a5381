/* SPDX-License-Identifier: MIT */
/* What comes back from the screen: the server's answers, and the user's. */
#pragma once

#include "edge/notify.h"
#include "engine/engine.h"

/* For one_notify_new, with the engine as data. */
extern const OneNotifyEvents one_answer_events;

/* Whether the server was called for that row and has not answered. */
gboolean one_answer_is_awaited (const OneEngine *engine, gint64 sent);
