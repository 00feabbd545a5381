# SPDX-License-Identifier: MIT
"""zone-names.py TZDATA.ZI: writes daemon/reader/zone/zone-names-table.c from the tz database's zones
and links. To be run when there is a new release: python3 tests/tools/zone-names.py
/usr/share/zoneinfo/tzdata.zi > daemon/reader/zone/zone-names-table.c
"""
import sys

HEAD = '''/* SPDX-License-Identifier: MIT */
/* All names of the tz database, and the present name of each old one. Made by
 * tests/tools/zone-names.py from the zones and links of tzdata.zi, version %s, which is in the public
 * domain. lint-allow: file-length, because it is a table. */
#include "reader/zone/zone-names.h"

const OneZoneName one_zone_names_table[] = {
'''
TAIL = '''};

const guint one_zone_names_count = G_N_ELEMENTS (one_zone_names_table);
'''


def names(lines):
    """Each name, and what it leads to at last: a zone is itself."""
    present = {}
    for words in lines:
        if words[:1] == ['Z']:
            present[words[1]] = words[1]
        elif words[:1] == ['L']:
            present[words[2]] = words[1]
    for name in present:
        while present[present[name]] != present[name]:
            present[name] = present[present[name]]
    del present['Factory']  # it stands for "nobody has said where"
    return present


def main():
    with open(sys.argv[1], encoding='ascii') as file:
        lines = file.read().splitlines()
    present = names([line.split() for line in lines])
    sys.stdout.write(HEAD % lines[0].split()[-1])
    for name in sorted(present, key=str.lower):
        sys.stdout.write('  { "%s", "%s" },\n' % (name, present[name]))
    sys.stdout.write(TAIL)


main()
