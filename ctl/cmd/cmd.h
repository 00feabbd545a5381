/* SPDX-License-Identifier: MIT */
/* One function for each command, in the file of its name: in ask/ if the command changes nothing of
 * the user's (it may write a new file), else in tell/. */
#pragma once

#include "ctl/context.h"

gboolean one_act_run (OneContext *context, GError **error);
gboolean one_actions_run (OneContext *context, GError **error);
gboolean one_add_run (OneContext *context, GError **error);
gboolean one_agenda_run (OneContext *context, GError **error);
gboolean one_ask_run (OneContext *context, GError **error);
gboolean one_backup_run (OneContext *context, GError **error);
gboolean one_categories_run (OneContext *context, GError **error);
gboolean one_complete_run (OneContext *context, GError **error);
gboolean one_coverage_run (OneContext *context, GError **error);
gboolean one_doctor_run (OneContext *context, GError **error);
gboolean one_done_run (OneContext *context, GError **error);
gboolean one_drop_run (OneContext *context, GError **error);
gboolean one_edit_run (OneContext *context, GError **error);
gboolean one_explain_run (OneContext *context, GError **error);
gboolean one_export_run (OneContext *context, GError **error);
gboolean one_help_run (OneContext *context, GError **error);
gboolean one_ignore_run (OneContext *context, GError **error);
gboolean one_join_run (OneContext *context, GError **error);
gboolean one_log_run (OneContext *context, GError **error);
gboolean one_meetings_run (OneContext *context, GError **error);
gboolean one_next_run (OneContext *context, GError **error);
gboolean one_notes_run (OneContext *context, GError **error);
gboolean one_page_run (OneContext *context, GError **error);
gboolean one_people_run (OneContext *context, GError **error);
gboolean one_person_run (OneContext *context, GError **error);
gboolean one_points_run (OneContext *context, GError **error);
gboolean one_reopen_run (OneContext *context, GError **error);
gboolean one_report_run (OneContext *context, GError **error);
gboolean one_restore_run (OneContext *context, GError **error);
gboolean one_search_run (OneContext *context, GError **error);
gboolean one_setup_run (OneContext *context, GError **error);
gboolean one_snooze_run (OneContext *context, GError **error);
gboolean one_status_run (OneContext *context, GError **error);
gboolean one_subscribe_run (OneContext *context, GError **error);
gboolean one_track_run (OneContext *context, GError **error);
gboolean one_undo_run (OneContext *context, GError **error);
gboolean one_unsubscribe_run (OneContext *context, GError **error);
gboolean one_week_run (OneContext *context, GError **error);
