/* SPDX-License-Identifier: MIT */
#include "ctl/health/checks.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include "ctl/bus/unpack.h"
#include "wire/error.h"

OneChecks *
one_checks_new (OneContext *context)
{
  OneChecks *checks = g_new0 (OneChecks, 1);

  checks->context = context;
  checks->records = g_variant_builder_new (G_VARIANT_TYPE ("aa{sv}"));
  if (one_context_is_json (context)) {
    setlocale (LC_MESSAGES, "C");
    setlocale (LC_TIME, "C");
  }
  return checks;
}

void
one_checks_free (OneChecks *checks)
{
  g_variant_builder_unref (checks->records);
  g_free (checks);
}

void
one_checks_add (OneChecks *checks, const char *name, const char *what)
{
  one_checks_add_wrong (checks, name, what, NULL);
}

void
one_checks_add_wrong (OneChecks *checks, const char *name, const char *what, const char *mend)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  g_variant_dict_insert (&record, "name", "s", name);
  g_variant_dict_insert (&record, "ok", "b", mend == NULL);
  g_variant_dict_insert (&record, "what", "s", what);
  if (mend)
    g_variant_dict_insert (&record, "mend", "s", mend);
  g_variant_builder_add_value (checks->records, g_variant_dict_end (&record));
  if (mend)
    checks->wrong++;
}

static void
checks_print_one (OnePrinter *printer, GVariant *record)
{
  gboolean ok = one_unpack_bool (record, "ok");

  one_print_lines (printer, ok ? "ok  " : "!   ", ok ? ONE_STYLE_PLAIN : ONE_STYLE_BAD,
                   one_unpack_string (record, "what"));
  if (!ok)
    one_print_lines (printer, "    ", ONE_STYLE_PLAIN, one_unpack_string (record, "mend"));
}

void
one_checks_print (OneChecks *checks)
{
  g_autoptr (GVariant) records = g_variant_ref_sink (g_variant_builder_end (checks->records));

  if (one_context_is_json (checks->context)) {
    one_context_print_json (checks->context, "checks", records, one_fields_check);
    return;
  }
  for (gsize i = 0; i < g_variant_n_children (records); i++) {
    g_autoptr (GVariant) record = g_variant_get_child_value (records, i);

    checks_print_one (checks->context->printer, record);
  }
}

gboolean
one_checks_end (OneChecks *checks, GError **error)
{
  if (!one_print_flush (checks->context->printer, error))
    return FALSE;
  if (checks->wrong == 0)
    return TRUE;
  g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED,
               ngettext ("%u thing is wrong", "%u things are wrong", checks->wrong), checks->wrong);
  return FALSE;
}
