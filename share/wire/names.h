/* SPDX-License-Identifier: MIT */
/* Where oned is found. The records that travel are described in org.oned.Oned1.xml. */
#pragma once

#define ONE_BUS_NAME "org.oned.Oned1"
#define ONE_BUS_PATH "/org/oned/Oned1"
/* Tests only: exported by tests/fakes/oned-at. */
#define ONE_CLOCK_INTERFACE "org.oned.Oned1.Clock"
