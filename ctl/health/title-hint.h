/* SPDX-License-Identifier: MIT */
/* Hints in the title of a series at whom it is with. Pure. */
#pragma once

#include "wire/words.h"

/* A role that a word of the title names: "Mentoring Ines" -> mentor. FALSE if none does. */
gboolean one_title_hint_role (const char *title, OneRole *role);

/* Whether a word of the title says that it is about a one-on-one, or something else, and with
 * nobody: "1:1 prep". */
gboolean one_title_hint_is_ghost (const char *title);
