/* SPDX-License-Identifier: MIT */
#include "engine/base/base.h"

gint64
one_base_now (const OneBase *base)
{
  return base->environment.clock->now (base->environment.clock);
}
