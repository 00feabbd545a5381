/* SPDX-License-Identifier: MIT */
/* The methods of org.oned.Oned1 by which the user tells something: each is unpack, operation,
 * reply. The reply leaves after the commit. */
#pragma once

#include "oned1.h"

void one_telling_init (OneOned1Iface *iface);
