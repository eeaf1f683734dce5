SELECT
  unit AS unit_code,
  metric,
  `from` AS period_from,
  `to` AS period_to,
  numerator,
  denominator,
  score,
  max_score,
  published AS published_on
FROM input
