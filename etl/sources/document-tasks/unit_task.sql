SELECT
  document AS task_id,
  'document' AS kind,
  point AS point_code,
  unit,
  staff,
  subject,
  assigned AS assigned_at,
  due AS due_at,
  finished AS finished_at
FROM input
