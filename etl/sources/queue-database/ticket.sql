SELECT
  id AS ticket_id,
  point AS point_code,
  field AS field_code,
  counter,
  agent,
  priority,
  created_at AS issued_at,
  called_at AS first_called_at,
  called_at AS started_at,
  finished_at,
  transform(
    status,
    ['waiting', 'calling', 'serving', 'completed', 'skipped', 'no_show'],
    ['waiting', 'waiting', 'waiting', 'served', 'no_show', 'no_show'],
    status
  ) AS outcome,
  updated_at AS told_at,
  deleted_at != '' AS withdrawn
FROM input
