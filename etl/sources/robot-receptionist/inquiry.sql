SELECT
  session AS inquiry_id,
  'robot' AS channel,
  point AS point_code,
  robot AS device,
  intent AS topic,
  started AS asked_at,
  answered AS answered_at,
  ended AS ended_at,
  multiIf(handed_over = '1', 'handed_over', answered = '', 'unanswered', 'answered') AS outcome
FROM input
