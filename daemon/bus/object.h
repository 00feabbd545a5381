/* SPDX-License-Identifier: MIT */
/* Finds the engine of the object on the bus: a method is handed the object only. */
#pragma once

#include "engine/engine.h"
#include "oned1.h"

/* Call it before any method can be called. The engine is borrowed and must outlive the object. */
void one_object_set_engine (OneOned1 *object, OneEngine *engine);

OneEngine *one_object_get_engine (OneOned1 *object); /* (transfer none) */
