/* SPDX-License-Identifier: MIT */
#include "bus/foreign-error.h"

#include "wire/error.h"

typedef struct {
  int code;
  OneErrorCode ours;
} Row;

/* Codes that are in no table went wrong while it was tried: ONE_ERROR_FAILED. */
static const Row files[] = {
  { G_FILE_ERROR_NOENT, ONE_ERROR_NOT_FOUND }, { G_FILE_ERROR_NOTDIR, ONE_ERROR_NOT_FOUND },
  { G_FILE_ERROR_EXIST, ONE_ERROR_REFUSED },   { G_FILE_ERROR_ISDIR, ONE_ERROR_REFUSED },
  { G_FILE_ERROR_ACCES, ONE_ERROR_REFUSED },   { G_FILE_ERROR_PERM, ONE_ERROR_REFUSED },
  { G_FILE_ERROR_ROFS, ONE_ERROR_REFUSED },    { G_FILE_ERROR_LOOP, ONE_ERROR_REFUSED },
  { G_FILE_ERROR_NXIO, ONE_ERROR_REFUSED },    { G_FILE_ERROR_NAMETOOLONG, ONE_ERROR_INVALID },
};

static const Row io[] = {
  { G_IO_ERROR_NOT_FOUND, ONE_ERROR_NOT_FOUND },
  { G_IO_ERROR_NOT_DIRECTORY, ONE_ERROR_NOT_FOUND },
  { G_IO_ERROR_EXISTS, ONE_ERROR_REFUSED },
  { G_IO_ERROR_IS_DIRECTORY, ONE_ERROR_REFUSED },
  { G_IO_ERROR_NOT_REGULAR_FILE, ONE_ERROR_REFUSED },
  { G_IO_ERROR_PERMISSION_DENIED, ONE_ERROR_REFUSED },
  { G_IO_ERROR_READ_ONLY, ONE_ERROR_REFUSED },
  { G_IO_ERROR_INVALID_ARGUMENT, ONE_ERROR_INVALID },
};

static OneErrorCode
row_find (const Row *rows, guint count, int code)
{
  for (guint i = 0; i < count; i++)
    if (rows[i].code == code)
      return rows[i].ours;
  return ONE_ERROR_FAILED;
}

static OneErrorCode
code_of (const GError *error)
{
  if (error->domain == G_FILE_ERROR)
    return row_find (files, G_N_ELEMENTS (files), error->code);
  if (error->domain == G_IO_ERROR)
    return row_find (io, G_N_ELEMENTS (io), error->code);
  return ONE_ERROR_FAILED;
}

GError *
one_foreign_error_translate (const GError *error)
{
  g_autoptr (GError) plain = g_error_copy (error);

  if (error->domain == ONE_ERROR && (guint) error->code < ONE_N_ERRORS)
    return g_steal_pointer (&plain);
  g_dbus_error_strip_remote_error (plain);
  return g_error_new_literal (ONE_ERROR, code_of (error), plain->message);
}
