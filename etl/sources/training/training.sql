SELECT
  staff,
  point AS unit_code,
  'course' AS kind,
  course,
  enrolled AS enrolled_on,
  completed AS completed_on,
  expires AS expires_on,
  result,
  score
FROM input
