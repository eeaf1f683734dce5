-- One row per event.
SELECT
  `case:concept:name` AS dossier_code,
  `concept:instance` AS step_id,
  `concept:name` AS step,
  `case:department` AS point_code,
  `org:group` AS unit,
  `org:resource` AS agent,
  `time:timestamp` AS happened_at
FROM input
