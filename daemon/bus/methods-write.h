/* SPDX-License-Identifier: MIT */
/* The methods of org.oned.Oned1 that change the store, or show something on the screen. A reply
 * leaves after the commit. */
#pragma once

#include "oned1.h"

void one_methods_write_init (OneOned1Iface *iface);
