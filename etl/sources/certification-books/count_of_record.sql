SELECT
  point AS point_code,
  day AS counted_on,
  book,
  'chung-thuc' AS field_code,
  entries,
  fee
FROM input
