-- The file has one line per event and repeats what it knows of the dossier on each: one row per dossier, named after its first line.
SELECT
  `case:concept:name` AS dossier_code,
  any(`case:department`) AS point_code,
  any(`case:channel`) AS channel,
  any(`case:group`) AS authority_code,
  any(`case:responsible`) AS agent,
  any(`case:startdate`) AS received_at,
  any(`case:deadline`) AS due_at,
  any(`case:enddate`) AS finished_at,
  if(finished_at = '', 4, 9) AS status,
  min(_line) AS _line
FROM input
GROUP BY dossier_code
