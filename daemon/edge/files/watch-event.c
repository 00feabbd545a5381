/* SPDX-License-Identifier: MIT */
#include "edge/files/watch-event.h"

#include <sys/inotify.h>

OneWatchEvent
one_watch_event_from_mask (guint32 mask)
{
  if (mask & (IN_IGNORED | IN_UNMOUNT | IN_DELETE_SELF | IN_MOVE_SELF))
    return ONE_WATCH_LOST;
  if (mask & IN_ISDIR)
    return ONE_WATCH_FOLDER;
  if (mask & (IN_DELETE | IN_MOVED_FROM))
    return ONE_WATCH_GONE;
  return mask & (IN_CLOSE_WRITE | IN_MOVED_TO) ? ONE_WATCH_WRITTEN : ONE_WATCH_TOUCHED;
}
