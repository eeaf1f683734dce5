-- When the clocks of dossiers run: the calendar and the opening hours of the operational records, multiplied out after each
-- change so that SQL counts working time with joins instead of loops. working_time names one set of hours by its content;
-- points with the same hours share it.

-- One row per service point; the row with an empty point_code holds for every point that has none.
CREATE TABLE point_working_time (
  point_code LowCardinality(String),
  working_time UInt64
) ENGINE = MergeTree ORDER BY point_code;

-- One row per stretch in which the clock runs. worked_before is the working time from the first row to the beginning of the
-- day, open_before what of the day was open before the stretch; open_ms and worth_ms are of the whole day: the working time
-- at an instant is worked_before + floor(open milliseconds of the day until then × worth_ms / open_ms).
-- The first row of a set is where counting begins (worth_ms 0), the last where it ends (open_ms 0): beyond is unknown.
CREATE TABLE working_stretch (
  working_time UInt64,
  from_at DateTime64(3, 'UTC'),
  to_at DateTime64(3, 'UTC'),
  worked_before Int64,
  worked_to Int64,
  open_before Int64,
  open_ms Int64,
  worth_ms Int64
) ENGINE = MergeTree ORDER BY (working_time, from_at);

-- One row per day. A day ends at close of business, a rest day at its midnight. working_days and days_but_holidays count
-- from the first row, this day included. A limit in days may end on a landing day only: lands_on is the first from this
-- day on and lands_at its end, landed_before the last one before this day, with its counts.
CREATE TABLE working_time_day (
  working_time UInt64,
  day Date,
  starts_at DateTime64(3, 'UTC'),
  ends_at DateTime64(3, 'UTC'),
  same_day_until_at DateTime64(3, 'UTC'),
  is_working UInt8,
  is_holiday UInt8,
  is_open UInt8,
  first_day_counts UInt8,
  working_days Int32,
  days_but_holidays Int32,
  open_after Nullable(Date),
  lands_on Nullable(Date),
  lands_at Nullable(DateTime64(3, 'UTC')),
  landed_before Nullable(Date),
  landed_working_days Int32,
  landed_days_but_holidays Int32
) ENGINE = MergeTree ORDER BY (working_time, day);

-- One row per point and rest day on which it receives people all the same, such as a Saturday morning.
CREATE TABLE open_rest_day (
  point_code LowCardinality(String),
  day Date
) ENGINE = MergeTree ORDER BY (point_code, day);

-- One row per procedure, channel and stretch of time in which a limit is in force; valid_to is excluded, an empty channel
-- holds for every channel that has no row of its own.
CREATE TABLE procedure_limit (
  procedure_code LowCardinality(String),
  channel LowCardinality(String),
  valid_from Date,
  valid_to Date,
  unit LowCardinality(String),
  limit_count Float64
) ENGINE = MergeTree ORDER BY (procedure_code, channel, valid_from);
