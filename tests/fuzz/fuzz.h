/* SPDX-License-Identifier: MIT */
/* A target takes any bytes, asserts what must hold of them whatever they are, and leaves nothing
 * behind. libFuzzer calls it (./dev fuzz), or replay.c with the corpus (every test run). */
#pragma once

#include <glib.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
