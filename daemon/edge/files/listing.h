/* SPDX-License-Identifier: MIT */
/* The names in a folder that calendars, or folders of them, can have, in the order of their inodes:
 * that is how the disk, the kernel and a table (edge/cache/stat-table.h) keep what there is to know
 * of them, so to ask in this order costs the least. */
#pragma once

#include <glib.h>

typedef struct OneListing OneListing;

/* Of the open folder `fd`, which is taken over; of no more than `most` names. NULL with errno if it
 * cannot be read to its end. */
OneListing *one_listing_new (int fd, guint most);

int one_listing_get_fd (const OneListing *listing);      /* (borrowed) the folder */
gboolean one_listing_is_cut (const OneListing *listing); /* there are more than `most` */
guint one_listing_count (const OneListing *listing);
const char *one_listing_get (const OneListing *listing, guint index); /* (borrowed) */

void one_listing_free (OneListing *listing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneListing, one_listing_free)
