/* SPDX-License-Identifier: MIT */
/* What nearly every file includes, parsed once for each room where the build has -Db_pch=true. No
 * file relies on it: the build of gcc's phase and the one that is installed go without. */
#include <gio/gio.h>
