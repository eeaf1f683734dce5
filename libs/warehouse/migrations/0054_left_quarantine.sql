-- One row per entry of quarantine that a later run let in or found gone, and the run that did: what stood there at an earlier
-- moment can be told. Of the record itself only its point and its instants are kept.
CREATE TABLE IF NOT EXISTS left_quarantine (
  entry_id UInt64,
  source LowCardinality(String),
  entity LowCardinality(String),
  file LowCardinality(String),
  line UInt64,
  reasons Array(LowCardinality(String)),
  point_code LowCardinality(String),
  raw String,
  first_run_id UInt64,
  first_seen_at DateTime64(3, 'UTC'),
  left_run_id UInt64,
  left_at DateTime64(3, 'UTC')
) ENGINE = MergeTree ORDER BY (entity, point_code, entry_id);
