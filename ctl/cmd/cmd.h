/* SPDX-License-Identifier: MIT */
/* One function for each command, each in the file of its name. */
#pragma once

#include "ctl/run.h"

gboolean one_act_run (OneRun *run, GError **error);
gboolean one_actions_run (OneRun *run, GError **error);
gboolean one_add_run (OneRun *run, GError **error);
gboolean one_agenda_run (OneRun *run, GError **error);
gboolean one_backup_run (OneRun *run, GError **error);
gboolean one_categories_run (OneRun *run, GError **error);
gboolean one_complete_run (OneRun *run, GError **error);
gboolean one_coverage_run (OneRun *run, GError **error);
gboolean one_doctor_run (OneRun *run, GError **error);
gboolean one_done_run (OneRun *run, GError **error);
gboolean one_drop_run (OneRun *run, GError **error);
gboolean one_explain_run (OneRun *run, GError **error);
gboolean one_export_run (OneRun *run, GError **error);
gboolean one_help_run (OneRun *run, GError **error);
gboolean one_ignore_run (OneRun *run, GError **error);
gboolean one_log_run (OneRun *run, GError **error);
gboolean one_meetings_run (OneRun *run, GError **error);
gboolean one_next_run (OneRun *run, GError **error);
gboolean one_notes_run (OneRun *run, GError **error);
gboolean one_people_run (OneRun *run, GError **error);
gboolean one_person_run (OneRun *run, GError **error);
gboolean one_points_run (OneRun *run, GError **error);
gboolean one_reopen_run (OneRun *run, GError **error);
gboolean one_report_run (OneRun *run, GError **error);
gboolean one_restore_run (OneRun *run, GError **error);
gboolean one_search_run (OneRun *run, GError **error);
gboolean one_setup_run (OneRun *run, GError **error);
gboolean one_snooze_run (OneRun *run, GError **error);
gboolean one_status_run (OneRun *run, GError **error);
gboolean one_track_run (OneRun *run, GError **error);
gboolean one_undo_run (OneRun *run, GError **error);
