SELECT
  intervention AS intervention_id,
  kind,
  point AS point_code,
  `from` AS started_on,
  `to` AS ended_on,
  title_vi,
  title_en
FROM input
