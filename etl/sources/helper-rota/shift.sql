-- A helper guides people and sits at no counter.
SELECT
  helper AS staff,
  point AS point_code,
  'helper' AS staff_class,
  `from` AS started_at,
  `to` AS ended_at
FROM input
