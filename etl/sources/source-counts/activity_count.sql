SELECT
  point AS point_code,
  day AS counted_on,
  told.1 AS activity,
  system AS category,
  told.2 AS quantity
FROM input
ARRAY JOIN [('source_ticket', tickets), ('source_dossier', dossiers), ('source_rating', ratings)] AS told
WHERE told.2 != ''
