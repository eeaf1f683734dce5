-- Three levels: 1 không hài lòng, 2 hài lòng, 3 rất hài lòng. The reason is asked for at level 1.
SELECT
  rating AS rating_id,
  point AS point_code,
  field AS field_code,
  'direct' AS channel,
  device,
  ticket AS ticket_id,
  rated AS rated_at,
  level,
  3 AS scale,
  reason
FROM input
