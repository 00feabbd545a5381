/* SPDX-License-Identifier: MIT */
/* The methods of org.oned.Oned1 that change nothing and show nothing. */
#pragma once

#include "oned1.h"

void one_methods_read_init (OneOned1Iface *iface);
