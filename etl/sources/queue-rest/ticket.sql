SELECT
  JSONExtractString(record, 'id') AS ticket_id,
  JSONExtractString(record, 'location') AS point_code,
  JSONExtractString(record, 'line') AS field_code,
  JSONExtractString(record, 'called', 'desk') AS counter,
  JSONExtractString(record, 'called', 'caller') AS agent,
  JSONExtractString(record, 'created', 'date') AS issued_at,
  JSONExtractString(record, 'called', 'date') AS first_called_at,
  JSONExtractString(record, 'called', 'date') AS started_at,
  JSONExtractString(record, 'served', 'date') AS finished_at,
  transform(
    JSONExtractString(record, 'status'),
    ['NEW', 'CALLED', 'SERVED', 'NOSHOW', 'CANCELLED_BY_CLERK'],
    ['waiting', 'waiting', 'served', 'no_show', 'void'],
    JSONExtractString(record, 'status')
  ) AS outcome,
  JSONExtractString(record, 'changed', 'date') AS told_at
FROM input
