/* SPDX-License-Identifier: MIT */
/* An agenda, as a record: see bus/pack/pack-list.h. */
#pragma once

#include <glib.h>
#include "model/agenda.h"

GVariant *one_pack_agenda (const OneAgenda *agenda);
