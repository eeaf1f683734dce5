SELECT
  point AS point_code,
  day AS counted_on,
  received.1 AS activity,
  received.2 AS quantity,
  received.3 AS minutes
FROM input
ARRAY JOIN [('reception_session', sessions, input.minutes), ('reception_letter', letters, '0')] AS received
