-- One row per event.
SELECT
  JSONExtractString(record, 'trace', 'concept:name') AS dossier_code,
  JSONExtractString(record, 'event', 'concept:instance') AS step_id,
  JSONExtractString(record, 'event', 'concept:name') AS step,
  JSONExtractString(record, 'trace', 'department') AS point_code,
  JSONExtractString(record, 'event', 'org:group') AS unit,
  JSONExtractString(record, 'event', 'org:resource') AS agent,
  JSONExtractString(record, 'event', 'time:timestamp') AS happened_at
FROM input
WHERE element = 'event'
