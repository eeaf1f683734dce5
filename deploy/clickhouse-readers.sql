-- The second wall for people and tools that read the facts beside the product; beneath its own questions the product brings one along
-- with each statement, which is why its accounts see the whole city here. Run once by the user who manages access, on a server
-- that has the accounts of the product (compose.yml, clickhouse-questions.xml).
-- Nothing here can write, read a file or reach another host: no right on SOURCES is given, and readonly forbids changing settings.
CREATE SETTINGS PROFILE IF NOT EXISTS evenhand_reading SETTINGS readonly = 1, max_execution_time = 60, max_memory_usage = 4000000000, max_result_rows = 1000000;
CREATE ROLE IF NOT EXISTS evenhand_reader SETTINGS PROFILE 'evenhand_reading';
GRANT SELECT ON evenhand.* TO evenhand_reader;
CREATE ROLE IF NOT EXISTS evenhand_point_reader SETTINGS PROFILE 'evenhand_reading';
GRANT SELECT ON evenhand.ticket TO evenhand_point_reader;
GRANT SELECT ON evenhand.ticket_day TO evenhand_point_reader;
GRANT SELECT ON evenhand.dossier TO evenhand_point_reader;
GRANT SELECT ON evenhand.dossier_day TO evenhand_point_reader;
-- Who reads the whole city, and who reads one point: the name of the user ends in the code of the point.
CREATE ROW POLICY IF NOT EXISTS whole ON evenhand.* USING 1 TO evenhand, evenhand_questions, evenhand_reader;
-- A name without a point has none: rows of which nobody knows the point are nobody's here. Tables that are not given yet are bounded too.
CREATE ROW POLICY IF NOT EXISTS own_point ON
  evenhand.activity_count, evenhand.activity_count_version, evenhand.count_of_record, evenhand.count_of_record_version, evenhand.dossier,
  evenhand.dossier_copy, evenhand.dossier_copy_version, evenhand.dossier_day, evenhand.dossier_event, evenhand.dossier_event_version,
  evenhand.dossier_point_day, evenhand.dossier_version, evenhand.feed_day, evenhand.feed_restart, evenhand.incident,
  evenhand.incident_version, evenhand.inquiry, evenhand.inquiry_version, evenhand.intervention, evenhand.intervention_version, evenhand.left_quarantine,
  evenhand.open_rest_day, evenhand.petition, evenhand.petition_version, evenhand.point_setting, evenhand.point_setting_version,
  evenhand.point_working_time, evenhand.premises, evenhand.premises_version, evenhand.rating, evenhand.rating_version,
  evenhand.service_point, evenhand.shift, evenhand.shift_version, evenhand.staff_posting, evenhand.staff_posting_version,
  evenhand.survey_answer, evenhand.survey_answer_version, evenhand.system_hour, evenhand.system_hour_version,
  evenhand.ticket, evenhand.ticket_day, evenhand.ticket_event, evenhand.ticket_event_version, evenhand.ticket_point_day,
  evenhand.ticket_slot, evenhand.ticket_stratum, evenhand.ticket_version, evenhand.unit_task, evenhand.unit_task_version
  USING point_code != '' AND point_code = splitByString('__', currentUser())[2] TO evenhand_point_reader;
