/* SPDX-License-Identifier: MIT */
/* The engine behind the object on the bus, for the methods, which are handed the object only. */
#pragma once

#include "engine/engine.h"
#include "oned1.h"

/* Before the first method is called. The engine is borrowed and must outlive the object. */
void one_object_set_engine (OneOned1 *object, OneEngine *engine);

OneEngine *one_object_get_engine (OneOned1 *object); /* (transfer none) */
