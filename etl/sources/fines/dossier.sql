-- The file has one line per event: one row per fine, named after its first line. Only the first event says what was fined.
SELECT
  case_id AS dossier_code,
  'police' AS point_code,
  argMinIf(article, line, activity = 'Create Fine') AS procedure_code,
  argMinIf(vehicleclass, line, activity = 'Create Fine') AS field_code,
  argMinIf(resource, line, activity = 'Create Fine') AS agent,
  toString(toDecimal64OrNull(argMinIf(amount, line, activity = 'Create Fine'), 2) / 10) AS fee,
  min(timestamp) AS received_at,
  max(timestamp) AS finished_at,
  9 AS status,
  min(line) AS _line
FROM (SELECT *, _line AS line FROM input)
GROUP BY case_id
