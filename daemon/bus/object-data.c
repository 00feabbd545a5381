/* SPDX-License-Identifier: MIT */
#include "bus/object-data.h"

#define ENGINE "engine"
#define SENDING "sending"

void
one_object_data_set_engine (OneOned1 *object, OneEngine *engine)
{
  g_object_set_data (G_OBJECT (object), ENGINE, engine);
}

OneEngine *
one_object_data_get_engine (OneOned1 *object)
{
  return g_object_get_data (G_OBJECT (object), ENGINE);
}

void
one_object_data_set_sending (OneOned1 *object, OneSending *sending)
{
  g_object_set_data (G_OBJECT (object), SENDING, sending);
}

OneSending *
one_object_data_get_sending (OneOned1 *object)
{
  return g_object_get_data (G_OBJECT (object), SENDING);
}
