SELECT
  ticket AS ticket_id,
  point AS point_code,
  issued AS issued_at,
  called AS first_called_at,
  status AS outcome
FROM input
