SELECT
  point AS point_code,
  day AS counted_on,
  lookup.1 AS activity,
  class AS category,
  staff,
  lookup.2 AS quantity
FROM input
ARRAY JOIN [('population_lookup', lookups), ('population_lookup_failed', failed)] AS lookup
