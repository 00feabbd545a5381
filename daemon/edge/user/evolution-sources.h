/* SPDX-License-Identifier: MIT */
/* The calendars of Evolution and of GNOME's accounts, by the .source files of
 * evolution-data-server: they say which there are, under what names, and of which accounts. Its
 * folders do not: a calendar that was removed stays on the disk. */
#pragma once

#include "model/calendar/found.h"

/* The folders in which one evolution-data-server keeps what is its own. */
typedef struct {
  const char *config, *data, *cache; /* …/evolution */
} OneEvolutionFolders;

/* Adds the calendars that are switched on and have been on this machine, the addresses of their
 * accounts, and the places where more may come. */
void one_evolution_sources_find (const OneEvolutionFolders *folders, OneFoundAll *found);
