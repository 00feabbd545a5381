/* SPDX-License-Identifier: MIT */
/* The daemon without its bus and its main: it owns the parts, and says which of them hears of what.
 * Lives on one thread, in its main loop. */
#pragma once

#include "engine/base/base.h"

/* Opens the store; reads nothing else yet. Fails (ONE_ERROR) if the store cannot be used. */
OneEngine *one_engine_new (const OneEngineEnvironment *environment,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* `changed` is called after each cycle. Then reads the configuration and the calendars, and goes on
 * by itself. A configuration with a mistake is a trouble, never fatal. */
void one_engine_start (OneEngine *engine, void (*changed) (gpointer data), gpointer data);

/* The clock's word, UTC seconds. */
gint64 one_engine_now (const OneEngine *engine);

/* Whether all calendars were read at least once, as far as they can be; now or by an earlier run.
 */
gboolean one_engine_has_read (const OneEngine *engine);

/* Whether the last change of the world has been read, judged and acted on: nothing is under way. */
gboolean one_engine_has_settled (const OneEngine *engine);

/* Leaves notifications on the screen; the next run takes them over. */
void one_engine_free (OneEngine *engine);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneEngine, one_engine_free)
