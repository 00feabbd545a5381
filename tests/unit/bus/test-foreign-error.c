/* SPDX-License-Identifier: MIT */
#include "bus/foreign-error.h"

#include "wire/error.h"

static const struct {
  const char *name;
  GQuark (*domain) (void);
  int code;
  OneErrorCode ours;
} rows[] = {
  { "ours-stays", one_error_quark, ONE_ERROR_AMBIGUOUS, ONE_ERROR_AMBIGUOUS },
  { "ours-with-a-code-nobody-knows", one_error_quark, ONE_N_ERRORS, ONE_ERROR_FAILED },
  { "no-file", g_file_error_quark, G_FILE_ERROR_NOENT, ONE_ERROR_NOT_FOUND },
  { "no-permission", g_file_error_quark, G_FILE_ERROR_ACCES, ONE_ERROR_REFUSED },
  { "read-only", g_file_error_quark, G_FILE_ERROR_ROFS, ONE_ERROR_REFUSED },
  { "no-room", g_file_error_quark, G_FILE_ERROR_NOSPC, ONE_ERROR_FAILED },
  { "another-disk", g_file_error_quark, G_FILE_ERROR_FAILED, ONE_ERROR_FAILED },
  { "no-such-object", g_io_error_quark, G_IO_ERROR_NOT_FOUND, ONE_ERROR_NOT_FOUND },
  { "no-page-name", g_io_error_quark, G_IO_ERROR_INVALID_ARGUMENT, ONE_ERROR_INVALID },
  { "closed", g_io_error_quark, G_IO_ERROR_CLOSED, ONE_ERROR_FAILED },
  { "another-program-is-away", g_dbus_error_quark, G_DBUS_ERROR_SERVICE_UNKNOWN, ONE_ERROR_FAILED },
  { "no-key-file", g_key_file_error_quark, G_KEY_FILE_ERROR_PARSE, ONE_ERROR_FAILED },
};

static void
test_code (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = g_error_new_literal (rows[i].domain (), rows[i].code, "so it is");
  g_autoptr (GError) ours = one_foreign_error_translate (error);

  g_assert_error (ours, ONE_ERROR, (int) rows[i].ours);
  g_assert_cmpstr (ours->message, ==, "so it is");
}

/* Its name would be read by the user: "GDBus.Error:org.x.Error: no". */
static void
test_what_another_program_said_is_told_without_its_name (void)
{
  g_autoptr (GError) error = g_dbus_error_new_for_dbus_error ("org.example.Error.Odd", "no");
  g_autoptr (GError) ours = one_foreign_error_translate (error);

  g_assert_error (ours, ONE_ERROR, ONE_ERROR_FAILED);
  g_assert_cmpstr (ours->message, ==, "no");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strconcat ("/foreign-error/", rows[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_code);
  }
  g_test_add_func ("/foreign-error/what-another-program-said-is-told-without-its-name",
                   test_what_another_program_said_is_told_without_its_name);
  return g_test_run ();
}
