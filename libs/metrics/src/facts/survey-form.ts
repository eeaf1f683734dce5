import { sql, type Sql } from '@evenhand/warehouse';
import { amount, inForceOn, SUSPECT_FORMS } from '../satisfaction/thresholds';
import { columnsOf, type Fact, ORIGIN } from './fact';
import { halfHourOf } from './half-hour';
import { surveyAnswer } from './survey-answer';

const limit = (name: 'fastestSeconds' | 'formsPerDevice' | 'cooldownHours'): Sql =>
  inForceOn(sql`answered_on`, SUSPECT_FORMS, (values) => amount(values[name]));

/** Forms of a device on a day, and the form before this one on the same device. A form without a device shows only how fast it was. */
const SIGNS = sql`
    toUInt8(tells_seconds AND filled_seconds < ${limit('fastestSeconds')}) AS is_too_fast,
    toUInt8(device != '' AND count() OVER (PARTITION BY point_code, device, answered_on) >= ${limit('formsPerDevice')}) AS is_of_busy_device,
    toUInt8(device != '' AND isNotNull(lagInFrame(toNullable(answered_at)) OVER earlier)
      AND answered_at < lagInFrame(toNullable(answered_at)) OVER earlier + toIntervalSecond(toInt64(3600 * ${limit('cooldownHours')}))) AS is_within_cooldown`;

const formsOf = (answers: Sql): Sql => sql`SELECT source, form_id, any(point_code) AS point_code, any(field_code) AS field_code,
      any(channel) AS channel, any(device) AS device, any(dossier_code) AS dossier_code, any(ticket_id) AS ticket_id,
      min(answered_at) AS first_answered_at, min(answered_on) AS first_answered_on, max(fill_seconds) AS filled_seconds,
      max(fill_seconds > 0 OR has(findings, 'filled_too_fast')) AS tells_seconds,
      count() AS answers, count(score) AS scored, sum(toInt64(ifNull(score, 0))) AS score_sum,
      any(file) AS first_file, min(line) AS first_line
    FROM ${answers} GROUP BY source, form_id`;

const judged = (answers: Sql): Sql => sql`(
  SELECT *, cityHash64(source, form_id) AS key_hash, is_too_fast OR is_of_busy_device OR is_within_cooldown AS is_suspect
  FROM (
    SELECT *,${SIGNS}
    FROM (SELECT * EXCEPT (first_answered_at, first_answered_on, first_file, first_line), first_answered_at AS answered_at,
      first_answered_on AS answered_on, first_file AS file, first_line AS line FROM (${formsOf(answers)}))
    WINDOW earlier AS (PARTITION BY point_code, device ORDER BY answered_at, form_id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
  )
) AS survey_form`;

/** Survey forms with the signs that they were not honestly filled in, by the day on which they were answered. */
export const surveyForm: Fact = {
  entity: 'survey_form',
  table: 'survey_answer',
  day: 'answered_on',
  columns: surveyAnswer.columns,
  halfHour: halfHourOf('answered_at'),
  detail: [
    ...columnsOf('text', 'form_id', 'point_code', 'field_code', 'channel', 'device', 'dossier_code', 'ticket_id'),
    ...columnsOf('instant', 'answered_at'),
    ...columnsOf('number', 'answers', 'scored', 'score_sum', 'filled_seconds'),
    ...columnsOf('number', 'is_too_fast', 'is_of_busy_device', 'is_within_cooldown'),
    ...ORIGIN,
  ],
  order: ['answered_at', 'source', 'form_id'],
  derived: (rows) => judged(rows(surveyAnswer)),
};
