-- One row per event of a queue ticket. The order of arrival says nothing: events are ordered by happened_at.
CREATE TABLE ticket_event (
  source LowCardinality(String),
  ticket_id String,
  event_id String,
  event LowCardinality(String),
  point_code LowCardinality(String),
  field_code LowCardinality(String),
  procedure_code LowCardinality(String),
  channel LowCardinality(String),
  counter LowCardinality(String),
  agent LowCardinality(String),
  priority LowCardinality(String),
  happened_at DateTime64(3, 'UTC'),
  dossier_code String,
  happened_on Date,
  findings Array(LowCardinality(String)),
  run_id UInt64,
  file LowCardinality(String),
  line UInt64,
  key_hash UInt64,
  row_hash UInt64,
  told_at DateTime64(3, 'UTC'),
  is_withdrawn UInt8,
  INDEX by_ticket ticket_id TYPE bloom_filter(0.01) GRANULARITY 4
) ENGINE = MergeTree PARTITION BY toYYYYMM(happened_on) ORDER BY (point_code, happened_at, source, ticket_id, event_id);

CREATE TABLE ticket_event_version AS ticket_event;
