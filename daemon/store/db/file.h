/* SPDX-License-Identifier: MIT */
/* Looks at the store's file without SQLite, which would touch it. Not while it is open: closing any
 * descriptor of it drops SQLite's locks. Inner part of the store. */
#pragma once

#include <glib.h>
#include <sys/stat.h>

/* Why a store cannot be opened. */
typedef enum {
  ONE_FAULT_UNWRITABLE, /* or unreadable: the disk's word */
  ONE_FAULT_REFUSED,    /* not ours, newer, or in use: to be left alone */
  ONE_FAULT_DAMAGED,
} OneFault;

typedef struct {
  gint64 size;
  mode_t mode;
  dev_t device;
  ino_t inode;
  gboolean crashed; /* what was written last is not in the file itself yet */
  guint version;    /* of its schema; 0 for an empty one */
  OneFault fault;   /* what a failure means */
} OneFile;

gboolean one_file_make_folder (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Creates the file if needed; fills in all but version and fault. */
gboolean one_file_check (const char *path, OneFile *file, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Makes our file private; its log takes the mode from it. */
gboolean one_file_make_private (const char *path, const OneFile *file,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns FALSE, with the error `cannot open the store 'PATH': WHY`; the second and third also set
 * the fault. */
gboolean one_file_fail (const char *path, const char *why, GError **error);
gboolean one_file_refuse (const char *path, const char *why, OneFile *file, GError **error);
gboolean one_file_fail_damaged (const char *path, const char *why, OneFile *file, GError **error);
