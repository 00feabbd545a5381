/* SPDX-License-Identifier: MIT */
#include "edge/files/listing.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>
#include "edge/files/calendar-path.h"

#define BITS 11 /* of the inode, that one pass sorts by */

typedef struct {
  guint64 inode;
  guint32 name; /* offset among the names */
} Entry;

struct OneListing {
  DIR *folder;       /* (owned) */
  GArray *entries;   /* (owned) of Entry */
  GByteArray *names; /* (owned) each with a NUL */
  gboolean cut;
};

static gboolean
matters (const struct dirent *entry)
{
  return !one_calendar_path_is_skipped (entry->d_name)
         && (entry->d_type != DT_REG || one_calendar_path_is_calendar (entry->d_name));
}

/* FALSE with errno if the folder cannot be read to its end. */
static gboolean
listing_fill (OneListing *listing, guint most)
{
  const struct dirent *found;

  while (errno = 0, (found = readdir (listing->folder)) && !listing->cut) {
    Entry entry = { .inode = found->d_ino, .name = listing->names->len };

    if (!matters (found))
      continue;
    listing->cut = listing->entries->len == most;
    if (listing->cut)
      return TRUE;
    g_array_append_val (listing->entries, entry);
    g_byte_array_append (listing->names, (const guint8 *) found->d_name,
                         (guint) strlen (found->d_name) + 1);
  }
  return errno == 0;
}

/* Sorts by some bits, from `shift` on, of the inode less `least`; equal entries keep their order.
 */
static GArray *
sorted_by_bits (const GArray *entries, guint64 least, guint shift)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (Entry), entries->len);
  guint starts[(1 << BITS) + 1] = { 0 };

  g_array_set_size (sorted, entries->len);
  for (guint i = 0; i < entries->len; i++)
    starts[((g_array_index (entries, Entry, i).inode - least) >> shift) % (1 << BITS) + 1]++;
  for (guint i = 0; i < 1 << BITS; i++)
    starts[i + 1] += starts[i];
  for (guint i = 0; i < entries->len; i++) {
    Entry entry = g_array_index (entries, Entry, i);
    guint *at = &starts[((entry.inode - least) >> shift) % (1 << BITS)];

    g_array_index (sorted, Entry, (*at)++) = entry;
  }
  return sorted;
}

/* A radix sort from the lowest bits on. Inodes lie near each other, so one or two passes are
 * enough; sorting a hundred thousand by comparison would take as long as asking the kernel about a
 * twentieth of them. */
static void
listing_sort (OneListing *listing)
{
  guint64 least = G_MAXUINT64, most = 0;

  for (guint i = 0; i < listing->entries->len; i++) {
    least = MIN (least, g_array_index (listing->entries, Entry, i).inode);
    most = MAX (most, g_array_index (listing->entries, Entry, i).inode);
  }
  for (guint shift = 0; least < most && shift < 64 && (most - least) >> shift > 0; shift += BITS) {
    GArray *sorted = sorted_by_bits (listing->entries, least, shift);

    g_array_unref (listing->entries);
    listing->entries = sorted;
  }
}

OneListing *
one_listing_new (int fd, guint most)
{
  g_autoptr (OneListing) listing = NULL;
  DIR *folder = fdopendir (fd);
  int number = errno;

  if (!folder) {
    close (fd);
    errno = number;
    return NULL;
  }
  listing = g_new0 (OneListing, 1);
  listing->folder = folder;
  listing->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  listing->names = g_byte_array_new ();
  if (!listing_fill (listing, most)) {
    number = errno;
    g_clear_pointer (&listing, one_listing_free);
    errno = number;
    return NULL;
  }
  listing_sort (listing);
  return g_steal_pointer (&listing);
}

int
one_listing_get_fd (const OneListing *listing)
{
  return dirfd (listing->folder);
}

gboolean
one_listing_is_cut (const OneListing *listing)
{
  return listing->cut;
}

guint
one_listing_count (const OneListing *listing)
{
  return listing->entries->len;
}

const char *
one_listing_get (const OneListing *listing, guint index)
{
  const Entry *entry = &g_array_index (listing->entries, Entry, index);

  if (index + 1 < listing->entries->len) /* names lie in the order of the folder */
    __builtin_prefetch (listing->names->data + entry[1].name);
  return (const char *) listing->names->data + entry->name;
}

void
one_listing_free (OneListing *listing)
{
  closedir (listing->folder);
  g_array_unref (listing->entries);
  g_byte_array_unref (listing->names);
  g_free (listing);
}
