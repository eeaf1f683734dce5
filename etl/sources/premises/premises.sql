SELECT
  point AS point_code,
  `from` AS valid_from,
  `to` AS valid_to,
  floor_area_m2,
  counters,
  seats,
  computers,
  scanners,
  parking_spaces,
  amenities
FROM input
