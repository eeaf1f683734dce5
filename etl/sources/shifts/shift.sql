SELECT
  staff,
  point AS point_code,
  counter,
  class AS staff_class,
  `from` AS started_at,
  `to` AS ended_at,
  toUInt64OrZero(paused_minutes) * 60000 AS paused_ms
FROM input
