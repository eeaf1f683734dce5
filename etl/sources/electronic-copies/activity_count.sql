SELECT
  point AS point_code,
  day AS counted_on,
  copies.1 AS activity,
  copies.2 AS quantity
FROM input
ARRAY JOIN [('electronic_copy_issued', issued), ('electronic_copy_refused', refused), ('electronic_copy_reused', reused)] AS copies
