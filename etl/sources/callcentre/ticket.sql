-- One row per call. The wait is what the system tells (q_time), counted from the end of the voice menu (vru_exit). Only the
-- day of the call's entry is written, so a clock time half a day or more before the entry belongs to the next day; by less,
-- the clocks of two parts of the system differ. 0:00:00 means "did not happen".
SELECT
  `vru+line` || '-' || call_id AS ticket_id,
  'callcentre' AS point_code,
  type AS field_code,
  `vru+line` AS counter,
  server AS agent,
  priority,
  issued AS issued_at,
  if(call.outcome = 'AGENT', issued + toIntervalSecond(waited), NULL) AS first_called_at,
  if(call.outcome = 'AGENT', served, NULL) AS started_at,
  if(call.outcome = 'AGENT', served + toIntervalSecond(toUInt32OrNull(ser_time)), NULL) AS finished_at,
  if(call.outcome = 'HANG', issued + toIntervalSecond(waited), NULL) AS left_at,
  transform(call.outcome, ['AGENT', 'HANG', 'PHANTOM'], ['served', 'abandoned', 'void'], call.outcome) AS outcome
FROM (
  SELECT *,
    parseDateTimeOrNull('19' || date || ' ' || leftPad(vru_entry, 8, '0'), '%Y%m%d %H:%i:%S', 'Asia/Jerusalem') AS entry,
    parseDateTimeOrNull('19' || date || ' ' || leftPad(vru_exit, 8, '0'), '%Y%m%d %H:%i:%S', 'Asia/Jerusalem') AS menu_end,
    parseDateTimeOrNull('19' || date || ' ' || leftPad(ser_start, 8, '0'), '%Y%m%d %H:%i:%S', 'Asia/Jerusalem') AS service_start,
    toUInt32OrNull(q_time) AS waited,
    if(menu_end < entry - toIntervalHour(12), menu_end + toIntervalDay(1), menu_end) AS issued,
    multiIf(ser_start = '0:00:00', issued + toIntervalSecond(waited), service_start < entry - toIntervalHour(12), service_start + toIntervalDay(1), service_start) AS served
  FROM input
) AS call
