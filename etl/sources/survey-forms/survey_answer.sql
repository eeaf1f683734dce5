-- One row per question that was answered. The option "Không bị trễ hẹn" says that the question does not apply.
SELECT
  form AS form_id,
  answer.1 AS question,
  if(answer.2 = 'KTH', 'not_applicable', answer.2) AS choice,
  point AS point_code,
  field AS field_code,
  channel,
  device,
  dossier AS dossier_code,
  answered AS answered_at,
  fill_seconds
FROM input
ARRAY JOIN [('attitude', attitude), ('waiting', waiting), ('on_time', on_time), ('apology', apology), ('facilities', facilities)] AS answer
WHERE answer.2 != ''
