/* SPDX-License-Identifier: MIT */
/* A page's bytes as lines of text, whatever wrote them. What oned writes into a page is in
 * page-write.h.
 */
#pragma once

#include <glib.h>

/* (transfer full) The lines without their ends (LF, CRLF or CR), as valid UTF-8, without a byte
 * order mark, an incomplete character at the end, and the properties that some editors put in
 * front. NULL if binary (it has a NUL) or blank. What is over a limit is left out by whole lines;
 * `left` is then the first line that was (from 1), else 0. */
char **one_page_raw_split (const char *text, gsize size, guint *left);

/* (transfer full) "\#a1" as "#a1": escapes of Markdown taken away. */
char *one_page_raw_unescape (const char *text);

/* (transfer full) Lines joined, without the indent that all of them share, without blank lines at
 * the ends, and with one where there were several. */
char *one_page_raw_join (const GPtrArray *lines);
