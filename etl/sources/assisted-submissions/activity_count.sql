SELECT
  point AS point_code,
  day AS counted_on,
  help.1 AS activity,
  age_group AS category,
  help.2 AS quantity,
  help.3 AS minutes
FROM input
ARRAY JOIN [('assisted_submission', submissions, input.minutes), ('assisted_declaration', declarations, '0')] AS help
