SELECT
  incident AS incident_id,
  system,
  point AS point_code,
  `from` AS started_at,
  `to` AS ended_at,
  effect,
  failed_calls
FROM input
