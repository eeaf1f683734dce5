-- Renames the columns of the generated file.
SELECT
  ticket AS ticket_id,
  point AS point_code,
  field AS field_code,
  counter,
  agent,
  issued AS issued_at,
  called AS first_called_at,
  started AS started_at,
  finished AS finished_at,
  outcome
FROM input
