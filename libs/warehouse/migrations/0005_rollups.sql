-- One row per point, day, field, channel and source. Rebuilt from the raw tickets of every month a load touches.
-- wait_bins counts observed waits (ticket called) in 39 bins closed on the right: one minute each to 20, two to 40,
-- five to 60, fifteen to 120, the rest. A wait of exactly 20 minutes falls below the edge at 20.
CREATE TABLE ticket_day (
  point_code LowCardinality(String),
  day Date,
  field_code LowCardinality(String),
  channel LowCardinality(String),
  source LowCardinality(String),
  tickets UInt32,
  void_tickets UInt32,
  called UInt32,
  served UInt32,
  no_show UInt32,
  abandoned UInt32,
  closed_by_system UInt32,
  waiting UInt32,
  long_waits UInt32,
  wait_sum_ms Int64,
  longest_wait_ms Int64,
  service_n UInt32,
  service_sum_ms Int64,
  serving_ms Int64,
  wait_bins Array(UInt32)
) ENGINE = MergeTree PARTITION BY toYYYYMM(day) ORDER BY (day, point_code, field_code, channel, source);

-- One row: the settings the rollups were built with. A different setting at the start rebuilds them.
CREATE TABLE rollup_setting (
  name LowCardinality(String),
  value String,
  set_at DateTime64(3, 'UTC')
) ENGINE = ReplacingMergeTree(set_at) ORDER BY name;
