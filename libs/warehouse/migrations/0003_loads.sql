-- One row per record that broke a law of its contract. raw holds the record as it stood after the renaming of its source.
CREATE TABLE quarantine (
  run_id UInt64,
  source LowCardinality(String),
  entity LowCardinality(String),
  file LowCardinality(String),
  line UInt64,
  reasons Array(LowCardinality(String)),
  raw String,
  rejected_at DateTime64(3, 'UTC')
) ENGINE = MergeTree ORDER BY (run_id, entity, file, line);

-- One row per fact and source and published run: up to which instant the source has told us what happened.
CREATE TABLE known_until (
  entity LowCardinality(String),
  source LowCardinality(String),
  run_id UInt64,
  latest_at DateTime64(3, 'UTC'),
  published_at DateTime64(3, 'UTC')
) ENGINE = ReplacingMergeTree(run_id) ORDER BY (entity, source);
