SELECT
  JSONExtractString(record, 'ticket') AS ticket_id,
  JSONExtractString(record, 'point') AS point_code,
  JSONExtractString(record, 'field') AS field_code,
  JSONExtractString(record, 'procedure') AS procedure_code,
  JSONExtractString(record, 'by') AS channel,
  JSONExtractString(record, 'desk') AS counter,
  JSONExtractString(record, 'officer') AS agent,
  JSONExtractString(record, 'order') AS priority,
  JSONExtractString(record, 'issued') AS issued_at,
  JSONExtractString(record, 'first_called') AS first_called_at,
  JSONExtractString(record, 'last_called') AS last_called_at,
  JSONExtractString(record, 'started') AS started_at,
  JSONExtractString(record, 'finished') AS finished_at,
  JSONExtractString(record, 'ended') AS left_at,
  JSONExtractString(record, 'outcome') AS outcome,
  JSONExtractString(record, 'dossier') AS dossier_code,
  JSONExtractString(record, 'told') AS told_at
FROM input
