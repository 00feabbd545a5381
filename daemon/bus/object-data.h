/* SPDX-License-Identifier: MIT */
/* Finds the engine of the object on the bus, and the way by which answers go: a method is handed
 * the object only. */
#pragma once

#include "bus/sending.h"
#include "engine/engine.h"
#include "oned1.h"

/* Call it before any method can be called. The engine is borrowed and must outlive the object. */
void one_object_data_set_engine (OneOned1 *object, OneEngine *engine);

OneEngine *one_object_data_get_engine (OneOned1 *object); /* (transfer none) */

/* Same for the sending. */
void one_object_data_set_sending (OneOned1 *object, OneSending *sending);
OneSending *one_object_data_get_sending (OneOned1 *object); /* (transfer none) */
