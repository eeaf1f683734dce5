-- The city as the operational records describe it, copied here after each change so that SQL can join it.

-- One row per service point and stretch of time in which its ward and branch did not change; valid_to is excluded.
CREATE TABLE service_point (
  point_code LowCardinality(String),
  ward_code LowCardinality(String),
  branch_code LowCardinality(String),
  valid_from Date,
  valid_to Date
) ENGINE = MergeTree ORDER BY (point_code, valid_from);

-- One row per day on which points are open.
CREATE TABLE working_day (
  day Date
) ENGINE = MergeTree ORDER BY day;
