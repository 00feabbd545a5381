/* SPDX-License-Identifier: MIT */
/* /org/oned/Oned1 on the session bus: the properties here, the methods in bus/asking and
 * bus/telling. */
#pragma once

#include "engine/engine.h"
#include "oned1.h"

#define ONE_TYPE_SERVICE (one_service_get_type ())
G_DECLARE_FINAL_TYPE (OneService, one_service, ONE, SERVICE, OneOned1Skeleton)

/* Borrows the engine, which must outlive it. */
OneService *one_service_new (OneEngine *engine);

/* Whose methods these are. */
OneEngine *one_service_engine (OneOned1 *object);

/* Tells the bus what has changed: to be called after each cycle. Emits only what differs. */
void one_service_refresh (OneService *service);
