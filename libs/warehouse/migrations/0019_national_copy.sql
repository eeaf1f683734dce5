-- One row per dossier as the national portal holds it. It is compared with what the city holds and counts in no figure: the
-- same dossier would count twice.
CREATE TABLE dossier_copy (
  source LowCardinality(String),
  dossier_code String,
  point_code LowCardinality(String),
  status UInt8,
  received_at DateTime64(3, 'UTC'),
  finished_at Nullable(DateTime64(3, 'UTC')),
  received_on Date,
  findings Array(LowCardinality(String)),
  run_id UInt64,
  file LowCardinality(String),
  line UInt64,
  key_hash UInt64,
  row_hash UInt64,
  told_at DateTime64(3, 'UTC'),
  is_withdrawn UInt8,
  former_point_code LowCardinality(String)
) ENGINE = MergeTree PARTITION BY toYYYYMM(received_on) ORDER BY (point_code, received_at, source, dossier_code);
CREATE TABLE dossier_copy_version AS dossier_copy;
