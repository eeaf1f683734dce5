SELECT
  call AS inquiry_id,
  'hotline' AS channel,
  point AS point_code,
  line AS device,
  topic,
  called AS asked_at,
  answered AS answered_at,
  ended AS ended_at,
  resolved AS resolved_at,
  multiIf(answered = '', 'abandoned', status = 'transferred', 'handed_over', 'answered') AS outcome
FROM input
