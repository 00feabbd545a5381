/* SPDX-License-Identifier: MIT */
#include "bus/object.h"

#define KEY "engine"

void
one_object_set_engine (OneOned1 *object, OneEngine *engine)
{
  g_object_set_data (G_OBJECT (object), KEY, engine);
}

OneEngine *
one_object_get_engine (OneOned1 *object)
{
  return g_object_get_data (G_OBJECT (object), KEY);
}
