/* SPDX-License-Identifier: MIT */
#include "engine/ops/ops.h"

#include "engine/state.h"

void
one_ops_test_notification (OneEngine *engine, OneTestNotificationFunc done, gpointer data)
{
  one_reminders_test (engine->reminders, done, data);
}
