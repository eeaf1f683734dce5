SELECT
  ticket AS ticket_id,
  point AS point_code,
  issued AS issued_at,
  called AS first_called_at,
  visit.counter AS counter,
  visit.outcome AS outcome
FROM input
