-- Three levels: 1 không hài lòng, 2 hài lòng, 3 rất hài lòng.
SELECT
  rating AS rating_id,
  point AS point_code,
  field AS field_code,
  'direct' AS channel,
  device,
  ticket AS ticket_id,
  rated AS rated_at,
  level,
  3 AS scale
FROM input
