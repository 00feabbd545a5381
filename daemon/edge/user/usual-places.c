/* SPDX-License-Identifier: MIT */
#include "edge/user/usual-places.h"

#include "edge/user/discover.h"
#include "edge/user/evolution-sources.h"
#include "edge/user/feeds.h"
#include "edge/user/thunderbird-profiles.h"
#include "wire/feed.h"

/* Where Thunderbird has its profiles.ini: as Debian packs it, in Flatpak's place and in Snap's. */
static const char *const thunderbirds[] = {
  ".thunderbird",
  ".var/app/org.mozilla.Thunderbird/.thunderbird",
  "snap/thunderbird/common/.thunderbird",
};

static void
find_evolution (const char *config, const char *data, const char *cache, OneFoundAll *found)
{
  g_autofree char *own_config = g_build_filename (config, "evolution", NULL);
  g_autofree char *own_data = g_build_filename (data, "evolution", NULL);
  g_autofree char *own_cache = g_build_filename (cache, "evolution", NULL);
  const OneEvolutionFolders folders = { own_config, own_data, own_cache };

  one_evolution_sources_find (&folders, found);
}

static void
find_evolutions (OneFoundAll *found)
{
  g_autofree char *flatpak =
      g_build_filename (g_get_home_dir (), ".var", "app", "org.gnome.Evolution", NULL);
  g_autofree char *config = g_build_filename (flatpak, "config", NULL);
  g_autofree char *data = g_build_filename (flatpak, "data", NULL);
  g_autofree char *cache = g_build_filename (flatpak, "cache", NULL);

  find_evolution (g_get_user_config_dir (), g_get_user_data_dir (), g_get_user_cache_dir (), found);
  if (g_file_test (flatpak, G_FILE_TEST_IS_DIR))
    find_evolution (config, data, cache, found);
}

OneFoundAll *
one_usual_places_find (void)
{
  OneFoundAll *found = one_found_new ();
  g_auto (GStrv) plain = one_discover_list ();
  g_autofree char *feeds = g_build_filename (g_get_user_data_dir (), ONE_FEED_FOLDER, NULL);

  for (char **path = plain; *path; path++)
    one_found_add (found, *path, NULL,
                   g_file_test (*path, G_FILE_TEST_IS_DIR) ? ONE_SOURCE_FOLDER : ONE_SOURCE_FILE,
                   FALSE);
  one_feeds_find (feeds, found);
  find_evolutions (found);
  for (guint i = 0; i < G_N_ELEMENTS (thunderbirds); i++) {
    g_autofree char *folder = g_build_filename (g_get_home_dir (), thunderbirds[i], NULL);

    if (i == 0 || g_file_test (folder, G_FILE_TEST_IS_DIR))
      one_thunderbird_profiles_find (folder, found);
  }
  one_found_sort (found);
  return found;
}
