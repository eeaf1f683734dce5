-- What the city did, one table per kind of case. Instants are UTC with milliseconds; columns that end in _on are days of
-- the city's zone, cut once at the load. Each row says where it came from (source, run, file, line), which case it is
-- (key_hash), what it says (row_hash) and which laws of its contract it bends without breaking (findings).

-- One row per ticket, as last told. A recall does not add a row; the wait is measured to the first call.
CREATE TABLE ticket (
  source LowCardinality(String),
  ticket_id String,
  point_code LowCardinality(String),
  field_code LowCardinality(String),
  procedure_code LowCardinality(String),
  channel LowCardinality(String),
  counter LowCardinality(String),
  agent LowCardinality(String),
  priority LowCardinality(String),
  issued_at DateTime64(3, 'UTC'),
  first_called_at Nullable(DateTime64(3, 'UTC')),
  last_called_at Nullable(DateTime64(3, 'UTC')),
  started_at Nullable(DateTime64(3, 'UTC')),
  finished_at Nullable(DateTime64(3, 'UTC')),
  left_at Nullable(DateTime64(3, 'UTC')),
  outcome LowCardinality(String),
  dossier_code String,
  issued_on Date,
  half_hour UInt8,
  wait_ms Nullable(Int64),
  waited_until_left_ms Nullable(Int64),
  service_ms Nullable(Int64),
  findings Array(LowCardinality(String)),
  run_id UInt64,
  file LowCardinality(String),
  line UInt64,
  key_hash UInt64,
  row_hash UInt64
) ENGINE = MergeTree PARTITION BY toYYYYMM(issued_on) ORDER BY (point_code, issued_at, source, ticket_id);

-- One row per dossier, as last told. point_code is where it was received; authority_code decides; support_point helped to submit.
CREATE TABLE dossier (
  source LowCardinality(String),
  dossier_code String,
  support_point LowCardinality(String),
  point_code LowCardinality(String),
  authority_code LowCardinality(String),
  applicant_ward LowCardinality(String),
  procedure_code LowCardinality(String),
  field_code LowCardinality(String),
  channel LowCardinality(String),
  agent LowCardinality(String),
  submitted_at Nullable(DateTime64(3, 'UTC')),
  received_at DateTime64(3, 'UTC'),
  first_due_at Nullable(DateTime64(3, 'UTC')),
  due_at Nullable(DateTime64(3, 'UTC')),
  finished_at Nullable(DateTime64(3, 'UTC')),
  returned_at Nullable(DateTime64(3, 'UTC')),
  status UInt8,
  supplement_requests UInt16,
  paused_ms UInt64,
  apology_at Nullable(DateTime64(3, 'UTC')),
  fee Decimal(18, 2),
  is_paid_online UInt8,
  is_digitised UInt8,
  has_electronic_result UInt8,
  received_on Date,
  first_due_on Nullable(Date),
  due_on Nullable(Date),
  finished_on Nullable(Date),
  findings Array(LowCardinality(String)),
  run_id UInt64,
  file LowCardinality(String),
  line UInt64,
  key_hash UInt64,
  row_hash UInt64
) ENGINE = MergeTree PARTITION BY toYYYYMM(received_on) ORDER BY (point_code, received_at, source, dossier_code);

-- One row per step of a dossier.
CREATE TABLE dossier_event (
  source LowCardinality(String),
  dossier_code String,
  step_id String,
  step LowCardinality(String),
  point_code LowCardinality(String),
  unit LowCardinality(String),
  agent LowCardinality(String),
  agent_class LowCardinality(String),
  happened_at DateTime64(3, 'UTC'),
  step_due_at Nullable(DateTime64(3, 'UTC')),
  status UInt8,
  happened_on Date,
  findings Array(LowCardinality(String)),
  run_id UInt64,
  file LowCardinality(String),
  line UInt64,
  key_hash UInt64,
  row_hash UInt64,
  INDEX by_dossier dossier_code TYPE bloom_filter(0.01) GRANULARITY 4
) ENGINE = MergeTree PARTITION BY toYYYYMM(happened_on) ORDER BY (point_code, happened_at, source, dossier_code, step_id);

-- One row per answer to "how was it". level runs from 1 (worst) to scale.
CREATE TABLE rating (
  source LowCardinality(String),
  rating_id String,
  point_code LowCardinality(String),
  field_code LowCardinality(String),
  channel LowCardinality(String),
  device LowCardinality(String),
  ticket_id String,
  dossier_code String,
  rated_at DateTime64(3, 'UTC'),
  level UInt8,
  scale UInt8,
  rated_on Date,
  findings Array(LowCardinality(String)),
  run_id UInt64,
  file LowCardinality(String),
  line UInt64,
  key_hash UInt64,
  row_hash UInt64
) ENGINE = MergeTree PARTITION BY toYYYYMM(rated_on) ORDER BY (point_code, rated_at, source, rating_id);

-- One row per person on one counter, from sitting down to leaving. staff is a pseudonym.
CREATE TABLE shift (
  source LowCardinality(String),
  staff LowCardinality(String),
  point_code LowCardinality(String),
  counter LowCardinality(String),
  staff_class LowCardinality(String),
  started_at DateTime64(3, 'UTC'),
  ended_at DateTime64(3, 'UTC'),
  paused_ms UInt64,
  worked_on Date,
  staffed_ms Int64,
  findings Array(LowCardinality(String)),
  run_id UInt64,
  file LowCardinality(String),
  line UInt64,
  key_hash UInt64,
  row_hash UInt64
) ENGINE = MergeTree PARTITION BY toYYYYMM(worked_on) ORDER BY (point_code, started_at, source, staff);

-- One row per point, day and book: work that is written in a book and that no system shows (certification above all).
CREATE TABLE count_of_record (
  source LowCardinality(String),
  point_code LowCardinality(String),
  counted_on Date,
  book LowCardinality(String),
  entries UInt32,
  findings Array(LowCardinality(String)),
  run_id UInt64,
  file LowCardinality(String),
  line UInt64,
  key_hash UInt64,
  row_hash UInt64
) ENGINE = MergeTree PARTITION BY toYYYYMM(counted_on) ORDER BY (point_code, counted_on, source, book);

-- One row per petition (feedback that must be answered by a date).
CREATE TABLE petition (
  source LowCardinality(String),
  petition_id String,
  point_code LowCardinality(String),
  kind LowCardinality(String),
  dossier_code String,
  received_at DateTime64(3, 'UTC'),
  due_at Nullable(DateTime64(3, 'UTC')),
  answered_at Nullable(DateTime64(3, 'UTC')),
  is_upheld UInt8,
  received_on Date,
  findings Array(LowCardinality(String)),
  run_id UInt64,
  file LowCardinality(String),
  line UInt64,
  key_hash UInt64,
  row_hash UInt64
) ENGINE = MergeTree PARTITION BY toYYYYMM(received_on) ORDER BY (point_code, received_at, source, petition_id);

-- One row per outage of a shared system; point_code is empty when the whole city was hit.
CREATE TABLE incident (
  source LowCardinality(String),
  incident_id String,
  system LowCardinality(String),
  point_code LowCardinality(String),
  started_at DateTime64(3, 'UTC'),
  ended_at Nullable(DateTime64(3, 'UTC')),
  started_on Date,
  findings Array(LowCardinality(String)),
  run_id UInt64,
  file LowCardinality(String),
  line UInt64,
  key_hash UInt64,
  row_hash UInt64
) ENGINE = MergeTree PARTITION BY toYYYYMM(started_on) ORDER BY (point_code, started_at, source, incident_id);

-- One row per dated change that charts mark; point_code is empty when it touched the whole city.
CREATE TABLE intervention (
  source LowCardinality(String),
  intervention_id String,
  kind LowCardinality(String),
  point_code LowCardinality(String),
  started_on Date,
  ended_on Nullable(Date),
  title_vi String,
  title_en String,
  findings Array(LowCardinality(String)),
  run_id UInt64,
  file LowCardinality(String),
  line UInt64,
  key_hash UInt64,
  row_hash UInt64
) ENGINE = MergeTree PARTITION BY toYYYYMM(started_on) ORDER BY (point_code, started_on, source, intervention_id);
