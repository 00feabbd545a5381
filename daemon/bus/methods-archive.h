/* SPDX-License-Identifier: MIT */
/* The methods of org.oned.Oned1 that copy the whole store to a file, and a file to the store. */
#pragma once

#include "oned1.h"

void one_methods_archive_init (OneOned1Iface *iface);
