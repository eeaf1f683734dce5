SELECT
  concat(dossier, '/', agency) AS task_id,
  'interlinked' AS kind,
  point AS point_code,
  agency AS unit,
  bundle AS subject,
  dossier AS dossier_code,
  received AS assigned_at,
  due AS due_at,
  finished AS finished_at
FROM input
