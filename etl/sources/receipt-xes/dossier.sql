-- One row per trace.
SELECT
  JSONExtractString(record, 'trace', 'concept:name') AS dossier_code,
  JSONExtractString(record, 'trace', 'department') AS point_code,
  JSONExtractString(record, 'trace', 'channel') AS channel,
  JSONExtractString(record, 'trace', 'group') AS authority_code,
  JSONExtractString(record, 'trace', 'responsible') AS agent,
  JSONExtractString(record, 'trace', 'startdate') AS received_at,
  JSONExtractString(record, 'trace', 'deadline') AS due_at,
  JSONExtractString(record, 'trace', 'enddate') AS finished_at,
  if(finished_at = '', 4, 9) AS status
FROM input
WHERE element = 'trace'
