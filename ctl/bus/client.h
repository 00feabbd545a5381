/* SPDX-License-Identifier: MIT */
/* The connection to oned, made by the first call. The bus starts oned if it does not run. If oned
 * cannot be reached, the error is one sentence that says what to do, and one_error_exit_status
 * returns 4 for it. */
#pragma once

#include <gio/gio.h>

typedef struct {
  GDBusConnection *bus; /* (owned) NULL before the first call */
  gboolean no_start;    /* calls fail instead of starting oned */
} OneClient;

/* A method of any program on the bus. */
typedef struct {
  const char *name, *path, *interface, *method;
  const char *reply; /* the type of the answer, a tuple */
  guint seconds;     /* before the call fails */
} OneCall;

OneClient *one_client_new (void);
void one_client_free (OneClient *client);

/* The connection (transfer none); NULL with `error` set if there is no session bus. */
GDBusConnection *one_client_get_bus (OneClient *client, GError **error);

/* Calls a method of oned and waits for the answer, which is sanitized (transfer full). Sinks
 * `arguments`; `reply` is the type of the answer, a tuple. */
GVariant *one_client_call (OneClient *client, const char *method, GVariant *arguments,
                           const char *reply, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for a method that answers with one list of records, or with one record: returns it
 * without the tuple (transfer full). */
GVariant *one_client_list (OneClient *client, const char *method, GVariant *arguments,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
GVariant *one_client_get (OneClient *client, const char *method, GVariant *arguments,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Passes an open file to a method; the caller still closes it. `said` is the text that the method
 * answers with (transfer full); NULL if it answers with none. */
gboolean one_client_give_file (OneClient *client, const char *method, int fd, char **said,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* All properties of oned, as one record (transfer full). */
GVariant *one_client_get_properties (OneClient *client, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Calls a method of any program, which the bus starts if it can (transfer full). The error is one
 * clause and does not say what to do. */
GVariant *one_client_ask (OneClient *client, const OneCall *call, GVariant *arguments,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a program has that name now. */
gboolean one_client_has_owner (OneClient *client, const char *name);
/* Whether the bus can start a program for that name. */
gboolean one_client_can_start (OneClient *client, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneClient, one_client_free)
