/* SPDX-License-Identifier: MIT */
/* The names in a folder that can be calendars, or folders of them, in the order of their inodes:
 * the disk, the kernel and the table of stamps (edge/cache/stat-table.h) have that order, so
 * looking them up in it costs the least. */
#pragma once

#include <glib.h>

typedef struct OneListing OneListing;

/* Reads the open folder `fd` (transfer full), at most `most` names of it. NULL with errno if it
 * cannot be read to its end. */
OneListing *one_listing_new (int fd, guint most);

int one_listing_get_fd (const OneListing *listing);      /* the folder; (transfer none) */
gboolean one_listing_is_cut (const OneListing *listing); /* whether there are more than `most` */
guint one_listing_count (const OneListing *listing);
const char *one_listing_get (const OneListing *listing, guint index); /* (transfer none) */

void one_listing_free (OneListing *listing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneListing, one_listing_free)
