/* SPDX-License-Identifier: MIT */
/* Tells a test what oned judged, by way of a file to which a line is added each time: "all" when
 * all meetings were judged together, "one" for a series that was judged alone, "twice" for a
 * reminder's row that was refused because it is there. */
#pragma once

extern char *fake_judgements_file; /* NULL: nothing is told */
