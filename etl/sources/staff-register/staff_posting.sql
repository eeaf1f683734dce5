SELECT
  staff,
  class AS staff_class,
  point AS point_code,
  role,
  `from` AS started_on,
  `to` AS ended_on,
  moved_from,
  permitted_actions
FROM input
