-- Rollups are plain numbers and plain arrays, rebuilt by day and swapped in by month. Squares are of milliseconds and exact,
-- so that the spread of a mean follows from sums. Waits that nobody saw end (left uncalled, still waiting) are censored: they
-- lie in bins of their own, of the same edges, as Kaplan and Meier need them.

ALTER TABLE ticket_day
  ADD COLUMN IF NOT EXISTS summoned UInt32,
  ADD COLUMN IF NOT EXISTS wait_squares Int128,
  ADD COLUMN IF NOT EXISTS service_squares Int128,
  ADD COLUMN IF NOT EXISTS serving_n UInt32,
  ADD COLUMN IF NOT EXISTS censored UInt32,
  ADD COLUMN IF NOT EXISTS censored_bins Array(UInt32);

-- One row per point and day: ticket_day added up over fields, channels and sources.
CREATE TABLE ticket_point_day (
  day Date,
  point_code LowCardinality(String),
  tickets UInt32,
  void_tickets UInt32,
  called UInt32,
  summoned UInt32,
  served UInt32,
  no_show UInt32,
  abandoned UInt32,
  closed_by_system UInt32,
  waiting UInt32,
  long_waits UInt32,
  wait_sum_ms Int64,
  wait_squares Int128,
  longest_wait_ms Int64,
  service_n UInt32,
  service_sum_ms Int64,
  service_squares Int128,
  serving_n UInt32,
  serving_ms Int64,
  censored UInt32,
  wait_bins Array(UInt32),
  censored_bins Array(UInt32)
) ENGINE = MergeTree PARTITION BY toYYYYMM(day) ORDER BY (day, point_code);

-- One row per point, day and half-hour of issue (0 to 47, in the city's zone). Services count where their ticket was issued.
CREATE TABLE ticket_slot (
  point_code LowCardinality(String),
  day Date,
  half_hour UInt8,
  tickets UInt32,
  void_tickets UInt32,
  called UInt32,
  summoned UInt32,
  served UInt32,
  no_show UInt32,
  abandoned UInt32,
  long_waits UInt32,
  wait_sum_ms Int64,
  wait_squares Int128,
  longest_wait_ms Int64,
  service_n UInt32,
  service_sum_ms Int64,
  service_squares Int128,
  serving_n UInt32,
  serving_ms Int64
) ENGINE = MergeTree PARTITION BY toYYYYMM(day) ORDER BY (point_code, day, half_hour);

-- One row per point, day, field, channel and band of two hours (0 to 11): what citizens bring, for comparing like with like.
CREATE TABLE ticket_stratum (
  day Date,
  point_code LowCardinality(String),
  field_code LowCardinality(String),
  channel LowCardinality(String),
  hour_band UInt8,
  tickets UInt32,
  long_waits UInt32,
  called UInt32,
  wait_sum_ms Int64,
  wait_squares Int128
) ENGINE = MergeTree PARTITION BY toYYYYMM(day) ORDER BY (day, point_code, field_code, channel, hour_band);

-- One row per point, day, procedure, field, channel and source: the dossiers received on the day, those whose due date is the
-- day (a cohort: on time, late, open), those whose first due date was, and those settled on it. Refused and withdrawn
-- dossiers are counted apart from a cohort. Procedure and channel make the strata of a fair comparison.
CREATE TABLE dossier_day (
  point_code LowCardinality(String),
  day Date,
  procedure_code LowCardinality(String),
  field_code LowCardinality(String),
  channel LowCardinality(String),
  source LowCardinality(String),
  received UInt32,
  due UInt32,
  due_on_time UInt32,
  due_late UInt32,
  due_open UInt32,
  due_refused UInt32,
  due_withdrawn UInt32,
  due_supplemented UInt32,
  due_extended UInt32,
  due_apologised UInt32,
  due_late_days Int64,
  due_latest_days Int64,
  first_due UInt32,
  first_due_on_time UInt32,
  first_due_late UInt32,
  first_due_open UInt32,
  settled UInt32,
  settled_sum_ms Int64,
  settled_squares Int128,
  settled_dated UInt32,
  settled_on_time UInt32,
  settled_due_at UInt32,
  settled_on_time_instant UInt32,
  settled_on_time_second UInt32
) ENGINE = MergeTree PARTITION BY toYYYYMM(day) ORDER BY (day, point_code, procedure_code, field_code, channel, source);

-- One row per point and day: dossier_day added up.
CREATE TABLE dossier_point_day (
  day Date,
  point_code LowCardinality(String),
  received UInt32,
  due UInt32,
  due_on_time UInt32,
  due_late UInt32,
  due_open UInt32,
  due_refused UInt32,
  due_withdrawn UInt32,
  due_supplemented UInt32,
  due_extended UInt32,
  due_apologised UInt32,
  due_late_days Int64,
  due_latest_days Int64,
  first_due UInt32,
  first_due_on_time UInt32,
  first_due_late UInt32,
  first_due_open UInt32,
  settled UInt32,
  settled_sum_ms Int64,
  settled_squares Int128,
  settled_dated UInt32,
  settled_on_time UInt32,
  settled_due_at UInt32,
  settled_on_time_instant UInt32,
  settled_on_time_second UInt32
) ENGINE = MergeTree PARTITION BY toYYYYMM(day) ORDER BY (day, point_code);

-- A dossier counts for up to four days. Its rows lie by point and month of reception, where each of these days is close to the
-- others: the bounds of a granule tell whether a day can be in it.
ALTER TABLE dossier ADD INDEX IF NOT EXISTS by_days (received_on, first_due_on, due_on, finished_on) TYPE minmax GRANULARITY 1;
ALTER TABLE dossier_version ADD INDEX IF NOT EXISTS by_days (received_on, first_due_on, due_on, finished_on) TYPE minmax GRANULARITY 1;

-- One row per entity, source and published run: up to which instant the source had told us what happened. known_until keeps
-- the last of these; this keeps all, so that what was known at an instant can be asked.
CREATE TABLE known_history (
  entity LowCardinality(String),
  source LowCardinality(String),
  run_id UInt64,
  latest_at DateTime64(3, 'UTC'),
  published_at DateTime64(3, 'UTC')
) ENGINE = ReplacingMergeTree ORDER BY (entity, source, run_id);
INSERT INTO known_history SELECT entity, source, run_id, latest_at, published_at FROM known_until;
CREATE MATERIALIZED VIEW IF NOT EXISTS known_telling TO known_history AS
SELECT entity, source, run_id, latest_at, published_at FROM known_until;

-- Runs from before publications were noted count since ever.
INSERT INTO publication SELECT run_id, 'ticket', any(source), toDateTime64(0, 3, 'UTC') FROM ticket_version GROUP BY run_id;
INSERT INTO publication SELECT run_id, 'dossier', any(source), toDateTime64(0, 3, 'UTC') FROM dossier_version GROUP BY run_id;
INSERT INTO publication SELECT run_id, 'dossier_event', any(source), toDateTime64(0, 3, 'UTC') FROM dossier_event_version GROUP BY run_id;
INSERT INTO publication SELECT run_id, 'rating', any(source), toDateTime64(0, 3, 'UTC') FROM rating_version GROUP BY run_id;
INSERT INTO publication SELECT run_id, 'shift', any(source), toDateTime64(0, 3, 'UTC') FROM shift_version GROUP BY run_id;
INSERT INTO publication SELECT run_id, 'count_of_record', any(source), toDateTime64(0, 3, 'UTC') FROM count_of_record_version GROUP BY run_id;
INSERT INTO publication SELECT run_id, 'petition', any(source), toDateTime64(0, 3, 'UTC') FROM petition_version GROUP BY run_id;
INSERT INTO publication SELECT run_id, 'incident', any(source), toDateTime64(0, 3, 'UTC') FROM incident_version GROUP BY run_id;
INSERT INTO publication SELECT run_id, 'intervention', any(source), toDateTime64(0, 3, 'UTC') FROM intervention_version GROUP BY run_id;
