SELECT
  point AS point_code,
  if(board = 'electronic', 'procedure_list_electronic', 'procedure_list_posted') AS setting,
  day AS noted_on,
  version,
  in_force AS current_version,
  procedures
FROM input
