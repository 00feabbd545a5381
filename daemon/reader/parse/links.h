/* SPDX-License-Identifier: MIT */
/* Possible links to join by, out of the properties of an event, in the order in which they are to
 * be believed (see OneEvent.links). Nothing is judged here. */
#pragma once

#include "reader/value/line.h"

typedef struct OneLinks OneLinks;

OneLinks *one_links_new (void);
/* Takes what the line has, if it is of a property that may hold links. */
void one_links_take (OneLinks *links, const OneLine *line);
/* The candidates, best first, each once; frees `links`. (transfer full) */
char **one_links_finish (OneLinks *links);
