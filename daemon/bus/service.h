/* SPDX-License-Identifier: MIT */
/* /org/oned/Oned1 on the session bus: the properties are here, the methods in bus/methods-….c. */
#pragma once

#include "engine/engine.h"
#include "oned1.h"

#define ONE_TYPE_SERVICE (one_service_get_type ())
G_DECLARE_FINAL_TYPE (OneService, one_service, ONE, SERVICE, OneOned1Skeleton)

/* The engine is borrowed and must outlive the service. */
OneService *one_service_new (OneEngine *engine, GDBusConnection *bus);

/* Emits PropertiesChanged for each property that differs; call it after each cycle. */
void one_service_refresh (OneService *service);

/* Drops the calls that wait for their turn, unanswered. Nothing may call it after this. */
void one_service_end (OneService *service);
