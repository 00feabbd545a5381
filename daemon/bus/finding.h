/* SPDX-License-Identifier: MIT */
/* The methods of org.oned.Oned1 about all that was ever written: finding it, taking it back, and
 * copies of it. Each is unpack, operation, reply. */
#pragma once

#include "oned1.h"

void one_finding_init (OneOned1Iface *iface);
