SELECT
  staff,
  point AS unit_code,
  'certificate' AS kind,
  'digital_signature' AS course,
  issued AS enrolled_on,
  issued AS completed_on,
  expires AS expires_on,
  if(revoked = '', 'passed', 'revoked') AS result
FROM input
