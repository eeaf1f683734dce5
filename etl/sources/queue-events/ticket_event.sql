SELECT
  JSONExtractString(record, 'ticket') AS ticket_id,
  JSONExtractString(record, 'id') AS event_id,
  JSONExtractString(record, 'event') AS event,
  JSONExtractString(record, 'point') AS point_code,
  JSONExtractString(record, 'field') AS field_code,
  JSONExtractString(record, 'procedure') AS procedure_code,
  JSONExtractString(record, 'channel') AS channel,
  JSONExtractString(record, 'counter') AS counter,
  JSONExtractString(record, 'agent') AS agent,
  JSONExtractString(record, 'priority') AS priority,
  JSONExtractString(record, 'at') AS happened_at,
  JSONExtractString(record, 'dossier') AS dossier_code,
  JSONExtractString(record, 'told') AS told_at
FROM input
