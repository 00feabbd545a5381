/* SPDX-License-Identifier: MIT */
#include "edge/reader/call-name.h"

#include <sys/syscall.h>

/* The names are in it, for pointers to them would have to be relocated at each start. */
static const struct {
  guint number;
  char name[28];
} calls[] = {
#include "call-names.h"
};

const char *
one_call_name (guint number)
{
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    if (calls[i].number == number)
      return calls[i].name;
  return "of no name";
}
