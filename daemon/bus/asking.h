/* SPDX-License-Identifier: MIT */
/* The methods of org.oned.Oned1 that change nothing: each is unpack, operation, reply. */
#pragma once

#include "oned1.h"

void one_asking_init (OneOned1Iface *iface);
