SELECT
  system,
  point AS point_code,
  hour AS hour_at,
  calls,
  failed AS failed_calls,
  response_ms,
  slowest_ms,
  down_minutes
FROM input
