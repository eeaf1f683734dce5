SELECT
  concat(dossier, '/', step) AS task_id,
  'department_step' AS kind,
  point AS point_code,
  department AS unit,
  step AS subject,
  dossier AS dossier_code,
  sent AS assigned_at,
  due AS due_at,
  returned AS finished_at
FROM input
