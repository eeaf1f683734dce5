SELECT
  point AS point_code,
  day AS counted_on,
  done.1 AS activity,
  `group` AS category,
  event AS reference,
  done.2 AS quantity,
  done.3 AS minutes
FROM input
ARRAY JOIN [('education_event', '1', input.minutes), ('education_attendee', attendees, '0'), ('account_created', accounts, '0')] AS done
