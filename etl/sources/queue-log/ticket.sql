SELECT
  ticket AS ticket_id,
  point AS point_code,
  field AS field_code,
  procedure AS procedure_code,
  if(channel = 'booked', 'online', 'direct') AS channel,
  counter,
  agent,
  priority,
  issued AS issued_at,
  called AS first_called_at,
  last_called AS last_called_at,
  started AS started_at,
  ended AS finished_at,
  left AS left_at,
  status AS outcome,
  dossier AS dossier_code
FROM input
