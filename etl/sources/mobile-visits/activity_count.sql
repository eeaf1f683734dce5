SELECT
  point AS point_code,
  day AS counted_on,
  done.1 AS activity,
  `group` AS category,
  visit AS reference,
  done.2 AS quantity,
  done.3 AS minutes
FROM input
ARRAY JOIN [
  (if(kind = 'household', 'household_visit', 'mobile_event'), if(kind = 'household', households, '1'), input.minutes),
  ('mobile_dossier', dossiers, '0'),
  ('mobile_distance_km', distance_km, '0')
] AS done
