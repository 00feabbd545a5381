/* SPDX-License-Identifier: MIT */
/* How much of a page is taken over. oned-page(5) names these figures, and so do the texts of
 * page-left.c. */
#pragma once

#define ONE_PAGE_TEXT_MAX (1 << 20) /* bytes */
#define ONE_PAGE_LINES_MAX 20000
#define ONE_PAGE_NOTE_MAX 20000 /* characters of a note */
#define ONE_PAGE_ACTIONS_MAX 200
#define ONE_PAGE_ACTION_MAX 1000 /* characters of an action */
