-- Registers: what a city keeps besides its queues and dossiers. Each table has its versions; each row says where it came from,
-- as every fact does.

-- Why somebody was not satisfied.
ALTER TABLE rating ADD COLUMN IF NOT EXISTS reason LowCardinality(String);
ALTER TABLE rating_version ADD COLUMN IF NOT EXISTS reason LowCardinality(String);

-- The clock of a petition: forwarded or refused, more asked for, replied first, published.
ALTER TABLE petition
  ADD COLUMN IF NOT EXISTS channel LowCardinality(String),
  ADD COLUMN IF NOT EXISTS field_code LowCardinality(String),
  ADD COLUMN IF NOT EXISTS forwarded_at Nullable(DateTime64(3, 'UTC')),
  ADD COLUMN IF NOT EXISTS supplement_requested_at Nullable(DateTime64(3, 'UTC')),
  ADD COLUMN IF NOT EXISTS first_replied_at Nullable(DateTime64(3, 'UTC')),
  ADD COLUMN IF NOT EXISTS published_at Nullable(DateTime64(3, 'UTC')),
  ADD COLUMN IF NOT EXISTS is_dissatisfied UInt8,
  ADD COLUMN IF NOT EXISTS is_repeat UInt8;
ALTER TABLE petition_version
  ADD COLUMN IF NOT EXISTS channel LowCardinality(String),
  ADD COLUMN IF NOT EXISTS field_code LowCardinality(String),
  ADD COLUMN IF NOT EXISTS forwarded_at Nullable(DateTime64(3, 'UTC')),
  ADD COLUMN IF NOT EXISTS supplement_requested_at Nullable(DateTime64(3, 'UTC')),
  ADD COLUMN IF NOT EXISTS first_replied_at Nullable(DateTime64(3, 'UTC')),
  ADD COLUMN IF NOT EXISTS published_at Nullable(DateTime64(3, 'UTC')),
  ADD COLUMN IF NOT EXISTS is_dissatisfied UInt8,
  ADD COLUMN IF NOT EXISTS is_repeat UInt8;

-- How a system failed, and how many calls it lost.
ALTER TABLE incident ADD COLUMN IF NOT EXISTS effect LowCardinality(String), ADD COLUMN IF NOT EXISTS failed_calls UInt32;
ALTER TABLE incident_version ADD COLUMN IF NOT EXISTS effect LowCardinality(String), ADD COLUMN IF NOT EXISTS failed_calls UInt32;

-- The field of work that a book belongs to, and what was paid.
ALTER TABLE count_of_record ADD COLUMN IF NOT EXISTS field_code LowCardinality(String), ADD COLUMN IF NOT EXISTS fee Decimal(18, 2);
ALTER TABLE count_of_record_version ADD COLUMN IF NOT EXISTS field_code LowCardinality(String), ADD COLUMN IF NOT EXISTS fee Decimal(18, 2);

-- One row per answer to one question of one survey form. score is NULL where the question did not apply to the person.
CREATE TABLE survey_answer (
  source LowCardinality(String),
  form_id String,
  question LowCardinality(String),
  choice LowCardinality(String),
  point_code LowCardinality(String),
  field_code LowCardinality(String),
  channel LowCardinality(String),
  device LowCardinality(String),
  dossier_code String,
  ticket_id String,
  answered_at DateTime64(3, 'UTC'),
  fill_seconds UInt32,
  answered_on Date,
  score Nullable(UInt8),
  findings Array(LowCardinality(String)),
  run_id UInt64,
  file LowCardinality(String),
  line UInt64,
  key_hash UInt64,
  row_hash UInt64,
  told_at DateTime64(3, 'UTC'),
  is_withdrawn UInt8
) ENGINE = MergeTree PARTITION BY toYYYYMM(answered_on) ORDER BY (point_code, answered_at, source, form_id, question);

-- One row per point and stretch of time in which its rooms and equipment did not change; valid_to is excluded. amenities lists codes, joined by semicolons.
CREATE TABLE premises (
  source LowCardinality(String),
  point_code LowCardinality(String),
  valid_from Date,
  valid_to Nullable(Date),
  floor_area_m2 UInt32,
  counters UInt16,
  seats UInt16,
  computers UInt16,
  scanners UInt16,
  parking_spaces UInt32,
  amenities String,
  amenity_count UInt8,
  findings Array(LowCardinality(String)),
  run_id UInt64,
  file LowCardinality(String),
  line UInt64,
  key_hash UInt64,
  row_hash UInt64,
  told_at DateTime64(3, 'UTC'),
  is_withdrawn UInt8
) ENGINE = MergeTree PARTITION BY toYYYYMM(valid_from) ORDER BY (point_code, valid_from, source);

-- One row per person, point and stretch of time; ended_on is excluded. staff is a pseudonym; permitted_actions lists codes, joined by semicolons.
CREATE TABLE staff_posting (
  source LowCardinality(String),
  staff LowCardinality(String),
  point_code LowCardinality(String),
  staff_class LowCardinality(String),
  role LowCardinality(String),
  started_on Date,
  ended_on Nullable(Date),
  moved_from LowCardinality(String),
  permitted_actions String,
  findings Array(LowCardinality(String)),
  run_id UInt64,
  file LowCardinality(String),
  line UInt64,
  key_hash UInt64,
  row_hash UInt64,
  told_at DateTime64(3, 'UTC'),
  is_withdrawn UInt8
) ENGINE = MergeTree PARTITION BY toYYYYMM(started_on) ORDER BY (point_code, started_on, source, staff);

-- One row per person and course, or person and certificate (for signing digitally above all). score is 0 where nothing was marked.
CREATE TABLE training (
  source LowCardinality(String),
  staff LowCardinality(String),
  unit_code LowCardinality(String),
  kind LowCardinality(String),
  course LowCardinality(String),
  enrolled_on Date,
  completed_on Nullable(Date),
  expires_on Nullable(Date),
  result LowCardinality(String),
  score UInt8,
  findings Array(LowCardinality(String)),
  run_id UInt64,
  file LowCardinality(String),
  line UInt64,
  key_hash UInt64,
  row_hash UInt64,
  told_at DateTime64(3, 'UTC'),
  is_withdrawn UInt8
) ENGINE = MergeTree PARTITION BY toYYYYMM(enrolled_on) ORDER BY (unit_code, enrolled_on, source, staff, course);

-- One row per count: how often an activity happened at a point on a day, for each category, person or occasion where the source tells them apart.
CREATE TABLE activity_count (
  source LowCardinality(String),
  point_code LowCardinality(String),
  counted_on Date,
  activity LowCardinality(String),
  category LowCardinality(String),
  staff LowCardinality(String),
  reference String,
  quantity UInt32,
  minutes UInt32,
  findings Array(LowCardinality(String)),
  run_id UInt64,
  file LowCardinality(String),
  line UInt64,
  key_hash UInt64,
  row_hash UInt64,
  told_at DateTime64(3, 'UTC'),
  is_withdrawn UInt8
) ENGINE = MergeTree PARTITION BY toYYYYMM(counted_on) ORDER BY (activity, point_code, counted_on, source, category, staff, reference);

-- One row per shared system, point and hour; point_code is empty when the system tells of the whole city only.
CREATE TABLE system_hour (
  source LowCardinality(String),
  system LowCardinality(String),
  point_code LowCardinality(String),
  hour_at DateTime64(3, 'UTC'),
  calls UInt32,
  failed_calls UInt32,
  response_ms UInt64,
  slowest_ms UInt32,
  down_minutes UInt8,
  hour_on Date,
  findings Array(LowCardinality(String)),
  run_id UInt64,
  file LowCardinality(String),
  line UInt64,
  key_hash UInt64,
  row_hash UInt64,
  told_at DateTime64(3, 'UTC'),
  is_withdrawn UInt8
) ENGINE = MergeTree PARTITION BY toYYYYMM(hour_on) ORDER BY (system, point_code, hour_at, source);

-- One row per question that somebody asked by telephone, of a robot or in a message; answer_ms is NULL while nobody answered.
CREATE TABLE inquiry (
  source LowCardinality(String),
  inquiry_id String,
  channel LowCardinality(String),
  point_code LowCardinality(String),
  device LowCardinality(String),
  topic LowCardinality(String),
  asked_at DateTime64(3, 'UTC'),
  answered_at Nullable(DateTime64(3, 'UTC')),
  ended_at Nullable(DateTime64(3, 'UTC')),
  resolved_at Nullable(DateTime64(3, 'UTC')),
  outcome LowCardinality(String),
  asked_on Date,
  answer_ms Nullable(Int64),
  findings Array(LowCardinality(String)),
  run_id UInt64,
  file LowCardinality(String),
  line UInt64,
  key_hash UInt64,
  row_hash UInt64,
  told_at DateTime64(3, 'UTC'),
  is_withdrawn UInt8
) ENGINE = MergeTree PARTITION BY toYYYYMM(asked_on) ORDER BY (point_code, asked_at, source, inquiry_id);

-- One row per look at what a point uses: which version of the list of procedures it posts, which software it runs.
CREATE TABLE point_setting (
  source LowCardinality(String),
  point_code LowCardinality(String),
  setting LowCardinality(String),
  noted_on Date,
  version String,
  current_version String,
  procedures UInt16,
  findings Array(LowCardinality(String)),
  run_id UInt64,
  file LowCardinality(String),
  line UInt64,
  key_hash UInt64,
  row_hash UInt64,
  told_at DateTime64(3, 'UTC'),
  is_withdrawn UInt8
) ENGINE = MergeTree PARTITION BY toYYYYMM(noted_on) ORDER BY (point_code, setting, noted_on, source);

-- One row per task that one unit must finish by a date: a document, its part of an interlinked procedure, a step at a department.
CREATE TABLE unit_task (
  source LowCardinality(String),
  task_id String,
  kind LowCardinality(String),
  point_code LowCardinality(String),
  unit LowCardinality(String),
  staff LowCardinality(String),
  subject LowCardinality(String),
  dossier_code String,
  assigned_at DateTime64(3, 'UTC'),
  due_at Nullable(DateTime64(3, 'UTC')),
  finished_at Nullable(DateTime64(3, 'UTC')),
  assigned_on Date,
  findings Array(LowCardinality(String)),
  run_id UInt64,
  file LowCardinality(String),
  line UInt64,
  key_hash UInt64,
  row_hash UInt64,
  told_at DateTime64(3, 'UTC'),
  is_withdrawn UInt8
) ENGINE = MergeTree PARTITION BY toYYYYMM(assigned_on) ORDER BY (point_code, assigned_at, source, kind, task_id);

-- One row per unit, metric and period as the national portal publishes it; period_to is excluded.
CREATE TABLE published_score (
  source LowCardinality(String),
  unit_code LowCardinality(String),
  metric LowCardinality(String),
  period_from Date,
  period_to Date,
  numerator Decimal(18, 2),
  denominator Decimal(18, 2),
  score Decimal(18, 2),
  max_score Decimal(18, 2),
  published_on Date,
  findings Array(LowCardinality(String)),
  run_id UInt64,
  file LowCardinality(String),
  line UInt64,
  key_hash UInt64,
  row_hash UInt64,
  told_at DateTime64(3, 'UTC'),
  is_withdrawn UInt8
) ENGINE = MergeTree PARTITION BY toYYYYMM(period_from) ORDER BY (unit_code, metric, period_from, source);

CREATE TABLE survey_answer_version AS survey_answer;
CREATE TABLE premises_version AS premises;
CREATE TABLE staff_posting_version AS staff_posting;
CREATE TABLE training_version AS training;
CREATE TABLE activity_count_version AS activity_count;
CREATE TABLE system_hour_version AS system_hour;
CREATE TABLE inquiry_version AS inquiry;
CREATE TABLE point_setting_version AS point_setting;
CREATE TABLE unit_task_version AS unit_task;
CREATE TABLE published_score_version AS published_score;

-- One row per survey form with the signs that it was not honestly filled in: too fast to be read, as one of three or more of
-- its device on that day, or less than twelve hours after the form before it on the same device. A form without a device
-- shows only the first sign.
CREATE VIEW survey_form AS
SELECT *,
  device != '' AND count() OVER (PARTITION BY point_code, device, answered_on) >= 3 AS is_of_busy_device,
  device != '' AND previous_at > toDateTime64(0, 3, 'UTC') AND answered_at < previous_at + toIntervalHour(12) AS is_within_cooldown
FROM (
  SELECT *, lagInFrame(answered_at) OVER (
    PARTITION BY point_code, device ORDER BY answered_at, form_id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
  ) AS previous_at
  FROM (
    SELECT source, form_id, any(point_code) AS point_code, any(field_code) AS field_code, any(channel) AS channel, any(device) AS device,
      any(dossier_code) AS dossier_code, any(ticket_id) AS ticket_id, min(answered_at) AS answered_at, min(answered_on) AS answered_on,
      max(fill_seconds) AS fill_seconds,
      max(has(findings, 'filled_too_fast')) AS is_too_fast, count() AS answers, count(score) AS scored, sum(ifNull(score, 0)) AS score_sum
    FROM survey_answer GROUP BY source, form_id
  )
);
