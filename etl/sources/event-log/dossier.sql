-- One row per trace.
SELECT
  JSONExtractString(record, 'trace', 'concept:name') AS dossier_code,
  JSONExtractString(record, 'trace', 'point') AS point_code,
  JSONExtractString(record, 'trace', 'procedure') AS procedure_code,
  JSONExtractString(record, 'trace', 'channel') AS channel,
  JSONExtractString(record, 'trace', 'received') AS received_at,
  JSONExtractString(record, 'trace', 'due') AS due_at,
  JSONExtractString(record, 'trace', 'finished') AS finished_at,
  if(finished_at = '', 4, 9) AS status
FROM input
WHERE element = 'trace'
