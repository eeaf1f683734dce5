-- What was agreed with each feed and how far every day of it can be trusted, so that SQL can leave out what is unknown.

-- One row per source and entity of its feed: how often something must arrive (every_hours), below which share of the usual
-- count a day is low (thin_below), and from whom: points lists the service points; when it is empty, every registered point
-- (is_every_point) or those that have told before. is_per_point says that each point sends for itself.
CREATE TABLE feed_contract (
  source LowCardinality(String),
  entity LowCardinality(String),
  every_hours Float64,
  thin_below Float64,
  points Array(String),
  is_every_point UInt8,
  is_per_point UInt8,
  described_at DateTime64(3, 'UTC')
) ENGINE = ReplacingMergeTree(described_at) ORDER BY (source, entity);

-- One row per point whose usual count somebody declared to have changed: what it sent before this day teaches nothing. An
-- empty point_code is the source as a whole.
CREATE TABLE feed_restart (
  source LowCardinality(String),
  entity LowCardinality(String),
  point_code LowCardinality(String),
  day Date,
  declared_at DateTime64(3, 'UTC')
) ENGINE = ReplacingMergeTree(declared_at) ORDER BY (source, entity, point_code);

-- One row per source, entity, point and day of its feed; the row with an empty point_code is the source as a whole.
-- state: complete, thin, missing, not_expected (the point was closed) or unknown_yet (nobody could have told). expected is the
-- usual count, NULL while too little is known; arrived is what came. Judged afresh with every load and by the clock.
CREATE TABLE feed_day (
  source LowCardinality(String),
  entity LowCardinality(String),
  point_code LowCardinality(String),
  day Date,
  state LowCardinality(String),
  expected Nullable(Float64),
  arrived UInt32
) ENGINE = MergeTree PARTITION BY (entity, source) ORDER BY (day, point_code);
