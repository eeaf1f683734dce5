-- Where a record of a former unit is counted for the point that took it over, the code that the source told stays beside it.
ALTER TABLE ticket ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE ticket_version ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE dossier ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE dossier_version ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE dossier_event ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE dossier_event_version ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE rating ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE rating_version ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE shift ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE shift_version ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE count_of_record ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE count_of_record_version ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE petition ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE petition_version ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE incident ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE incident_version ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE intervention ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE intervention_version ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE survey_answer ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE survey_answer_version ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE premises ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE premises_version ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE staff_posting ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE staff_posting_version ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE activity_count ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE activity_count_version ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE system_hour ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE system_hour_version ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE inquiry ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE inquiry_version ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE point_setting ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE point_setting_version ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE unit_task ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);
ALTER TABLE unit_task_version ADD COLUMN IF NOT EXISTS former_point_code LowCardinality(String);

-- Who came again, as a keyed hash; nothing of the person. is_result_copied: the result is the first paper that was submitted.
ALTER TABLE ticket ADD COLUMN IF NOT EXISTS contact String;
ALTER TABLE ticket_version ADD COLUMN IF NOT EXISTS contact String;
ALTER TABLE dossier ADD COLUMN IF NOT EXISTS contact String;
ALTER TABLE dossier_version ADD COLUMN IF NOT EXISTS contact String;
ALTER TABLE petition ADD COLUMN IF NOT EXISTS contact String;
ALTER TABLE petition_version ADD COLUMN IF NOT EXISTS contact String;
ALTER TABLE dossier ADD COLUMN IF NOT EXISTS is_result_copied UInt8;
ALTER TABLE dossier_version ADD COLUMN IF NOT EXISTS is_result_copied UInt8;

-- A record in quarantine is one entry, however often its file is read: entry_id says which. run_id and rejected_at are those of
-- the last reading, first_run_id and first_seen_at those of the first.
ALTER TABLE quarantine
  ADD COLUMN IF NOT EXISTS entry_id UInt64 DEFAULT cityHash64(source, entity, file, line, raw),
  ADD COLUMN IF NOT EXISTS first_run_id UInt64 DEFAULT run_id,
  ADD COLUMN IF NOT EXISTS first_seen_at DateTime64(3, 'UTC') DEFAULT rejected_at;
