/* SPDX-License-Identifier: MIT */
/* An action that the user wrote on a page: "- [ ] @me Send the draft (due fri)". */
#pragma once

#include "core/page/page-box.h"
#include "core/page/page-known.h"
#include "model/page-line.h"

/* FALSE if the line is no action of either person. `line`: (transfer full) (nullable), NULL for an
 * action without words. `cut`: its text was too long. */
gboolean one_page_action_read (const OnePageKnown *known, const OnePageBox *box, OnePageLine **line,
                               gboolean *cut);
