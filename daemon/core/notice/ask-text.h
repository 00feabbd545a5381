/* SPDX-License-Identifier: MIT */
/* Writes the notification of a point that is to be asked at once. Pure. Tag, number and stage are
 * filled in; `replaces` and `server` are left to the caller. */
#pragma once

#include "core/notice/reminder-phrases.h"
#include "model/notice.h"
#include "model/promise.h"

/* `name`: whom to ask; not empty. It can be ticked off where it can be read. */
OneNotice *one_ask_text_compose (const OnePoint *point, const char *name, const OneView *view);

/* A hash of what is shown, never 0. */
guint32 one_ask_text_get_look (const OneNotice *notice);
