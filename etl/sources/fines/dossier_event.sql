-- One row per event. A fine may be paid twice on one day: its events are told apart by their order in the file.
SELECT
  case_id AS dossier_code,
  row_number() OVER (PARTITION BY case_id ORDER BY _line) AS step_id,
  activity AS step,
  'police' AS point_code,
  resource AS agent,
  timestamp AS happened_at,
  _line
FROM input
