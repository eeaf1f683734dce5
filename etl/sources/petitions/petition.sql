SELECT
  petition AS petition_id,
  point AS point_code,
  field AS field_code,
  kind,
  channel,
  dossier AS dossier_code,
  received AS received_at,
  due AS due_at,
  forwarded AS forwarded_at,
  supplement AS supplement_requested_at,
  first_reply AS first_replied_at,
  answered AS answered_at,
  published AS published_at,
  upheld AS is_upheld,
  dissatisfied AS is_dissatisfied,
  repeat AS is_repeat
FROM input
