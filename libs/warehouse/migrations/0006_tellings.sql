-- What any record may say of itself: when its source last changed it (told_at; epoch 0 when the source does not say) and that
-- it no longer exists (is_withdrawn). Of all versions of a case the one with the greatest (told_at, run_id, file, line) is
-- current: it stands in the table of facts, or nowhere when it is withdrawn. Every table of facts ends with these columns.
ALTER TABLE ticket ADD COLUMN IF NOT EXISTS told_at DateTime64(3, 'UTC'), ADD COLUMN IF NOT EXISTS is_withdrawn UInt8;
ALTER TABLE dossier ADD COLUMN IF NOT EXISTS told_at DateTime64(3, 'UTC'), ADD COLUMN IF NOT EXISTS is_withdrawn UInt8;
ALTER TABLE dossier_event ADD COLUMN IF NOT EXISTS told_at DateTime64(3, 'UTC'), ADD COLUMN IF NOT EXISTS is_withdrawn UInt8;
ALTER TABLE rating ADD COLUMN IF NOT EXISTS told_at DateTime64(3, 'UTC'), ADD COLUMN IF NOT EXISTS is_withdrawn UInt8;
ALTER TABLE shift ADD COLUMN IF NOT EXISTS told_at DateTime64(3, 'UTC'), ADD COLUMN IF NOT EXISTS is_withdrawn UInt8;
ALTER TABLE count_of_record ADD COLUMN IF NOT EXISTS told_at DateTime64(3, 'UTC'), ADD COLUMN IF NOT EXISTS is_withdrawn UInt8;
ALTER TABLE petition ADD COLUMN IF NOT EXISTS told_at DateTime64(3, 'UTC'), ADD COLUMN IF NOT EXISTS is_withdrawn UInt8;
ALTER TABLE incident ADD COLUMN IF NOT EXISTS told_at DateTime64(3, 'UTC'), ADD COLUMN IF NOT EXISTS is_withdrawn UInt8;
ALTER TABLE intervention ADD COLUMN IF NOT EXISTS told_at DateTime64(3, 'UTC'), ADD COLUMN IF NOT EXISTS is_withdrawn UInt8;

ALTER TABLE ticket_version ADD COLUMN IF NOT EXISTS told_at DateTime64(3, 'UTC'), ADD COLUMN IF NOT EXISTS is_withdrawn UInt8;
ALTER TABLE dossier_version ADD COLUMN IF NOT EXISTS told_at DateTime64(3, 'UTC'), ADD COLUMN IF NOT EXISTS is_withdrawn UInt8;
ALTER TABLE dossier_event_version ADD COLUMN IF NOT EXISTS told_at DateTime64(3, 'UTC'), ADD COLUMN IF NOT EXISTS is_withdrawn UInt8;
ALTER TABLE rating_version ADD COLUMN IF NOT EXISTS told_at DateTime64(3, 'UTC'), ADD COLUMN IF NOT EXISTS is_withdrawn UInt8;
ALTER TABLE shift_version ADD COLUMN IF NOT EXISTS told_at DateTime64(3, 'UTC'), ADD COLUMN IF NOT EXISTS is_withdrawn UInt8;
ALTER TABLE count_of_record_version ADD COLUMN IF NOT EXISTS told_at DateTime64(3, 'UTC'), ADD COLUMN IF NOT EXISTS is_withdrawn UInt8;
ALTER TABLE petition_version ADD COLUMN IF NOT EXISTS told_at DateTime64(3, 'UTC'), ADD COLUMN IF NOT EXISTS is_withdrawn UInt8;
ALTER TABLE incident_version ADD COLUMN IF NOT EXISTS told_at DateTime64(3, 'UTC'), ADD COLUMN IF NOT EXISTS is_withdrawn UInt8;
ALTER TABLE intervention_version ADD COLUMN IF NOT EXISTS told_at DateTime64(3, 'UTC'), ADD COLUMN IF NOT EXISTS is_withdrawn UInt8;

-- One row per published run and entity: since when its versions count.
CREATE TABLE publication (
  run_id UInt64,
  entity LowCardinality(String),
  source LowCardinality(String),
  published_at DateTime64(3, 'UTC')
) ENGINE = ReplacingMergeTree ORDER BY (run_id, entity);
