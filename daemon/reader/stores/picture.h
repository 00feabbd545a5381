/* SPDX-License-Identifier: MIT */
/* A picture in memory of a database that another program may have open: its file, with its log
 * replayed. No lock is taken and nothing is written, so the other program notices nothing; in
 * return a picture can only be taken while nobody writes, and must be tried again otherwise.
 *
 * SQLite then reads the picture, and has no file open. What it reads is hostile: no view, no
 * trigger and no function of the database's runs, and no answer takes for ever. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

typedef struct {
  sqlite3 *database; /* (owned) */
  guint steps;       /* that SQLite's machine made so far, in thousands */
} OnePicture;

typedef enum {
  ONE_PICTURE_TAKEN,
  ONE_PICTURE_BUSY,    /* somebody writes; try again */
  ONE_PICTURE_REFUSED, /* there is none of this content */
} OnePictureResult;

/* The files of one database, open for reading and borrowed. */
typedef struct {
  int file;
  int log; /* -1: there is none */
} OnePictureFiles;

/* Makes `*picture` (transfer full). `why` is one clause for the user, if it is refused (static).
 * Whoever calls sees to it that there is no journal before and after, and that no log came
 * meanwhile. */
OnePictureResult one_picture_take (const OnePictureFiles *files, OnePicture **picture,
                                   const char **why);

void one_picture_free (OnePicture *picture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePicture, one_picture_free)
