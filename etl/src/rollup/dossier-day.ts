import { join, type Sql, sql } from '@evenhand/warehouse';
import type { FactRollup } from './rollup';

const DAYS = ['received_on', 'due_on', 'first_due_on', 'finished_on'] as const;

/** Each dossier once for every wanted day on which something of it falls. The first condition can be told from an index. */
const onItsDays = (rows: Sql, isWanted: (day: Sql) => Sql): Sql => {
  const [received, due, firstDue, finished] = [sql`received_on`, sql`due_on`, sql`first_due_on`, sql`finished_on`];
  const isNear = join([received, due, firstDue, finished].map(isWanted), ' OR ');
  return sql`(
    SELECT point_code, assumeNotNull(day_of) AS day, procedure_code, field_code, channel, source,
      status NOT IN (3, 7) AS is_cohort, status, supplement_requests, isNotNull(apology_at) AS is_apologised,
      ifNull(received_on = day, 0) AS is_received,
      ifNull(due_on = day, 0) AS is_due,
      ifNull(first_due_on = day, 0) AS is_first_due,
      ifNull(finished_on = day, 0) AS is_settled,
      ifNull(finished_on <= due_on, 0) AS is_on_time,
      ifNull(finished_on > due_on, 0) AS is_late,
      ifNull(finished_on <= first_due_on, 0) AS is_on_first_time,
      isNull(finished_on) AS is_open,
      ifNull(due_on > first_due_on, 0) AS is_extended,
      ifNull(toInt64(finished_on) - toInt64(due_on), 0) AS days_late,
      ifNull(toUnixTimestamp64Milli(finished_at) - toUnixTimestamp64Milli(received_at), 0) AS taken_ms,
      isNotNull(due_on) AS has_due_day,
      isNotNull(due_at) AS has_due_instant,
      ifNull(finished_at <= due_at, 0) AS is_on_time_instant,
      ifNull(intDiv(toUnixTimestamp64Milli(finished_at), 1000) <= intDiv(toUnixTimestamp64Milli(due_at), 1000), 0) AS is_on_time_second
    FROM ${rows} ARRAY JOIN arrayDistinct([toNullable(received_on), due_on, first_due_on, finished_on]) AS day_of
    WHERE (${isNear}) AND ${isWanted(sql`day_of`)})`;
};

/** Dossiers per point, day, procedure, field, channel and source: received, fallen due, settled. */
export const dossierDay: FactRollup = {
  table: 'dossier_day',
  keys: ['point_code', 'procedure_code', 'field_code', 'channel', 'source'],
  version: 1,
  entity: 'dossier',
  days: DAYS,
  select: (rows, isWanted) => sql`
    SELECT point_code, day, procedure_code, field_code, channel, source,
      countIf(is_received) AS received,
      countIf(is_due AND is_cohort) AS due,
      countIf(is_due AND is_cohort AND is_on_time) AS due_on_time,
      countIf(is_due AND is_cohort AND is_late) AS due_late,
      countIf(is_due AND is_cohort AND is_open) AS due_open,
      countIf(is_due AND status = 3) AS due_refused,
      countIf(is_due AND status = 7) AS due_withdrawn,
      countIf(is_due AND is_cohort AND supplement_requests > 0) AS due_supplemented,
      countIf(is_due AND is_cohort AND is_extended) AS due_extended,
      countIf(is_due AND is_cohort AND is_apologised) AS due_apologised,
      sumIf(days_late, is_due AND is_cohort AND is_late) AS due_late_days,
      maxIf(days_late, is_due AND is_cohort AND is_late) AS due_latest_days,
      countIf(is_first_due AND is_cohort) AS first_due,
      countIf(is_first_due AND is_cohort AND is_on_first_time) AS first_due_on_time,
      countIf(is_first_due AND is_cohort AND NOT is_open AND NOT is_on_first_time) AS first_due_late,
      countIf(is_first_due AND is_cohort AND is_open) AS first_due_open,
      countIf(is_settled) AS settled,
      sumIf(taken_ms, is_settled) AS settled_sum_ms,
      sumIf(toInt128(taken_ms) * taken_ms, is_settled) AS settled_squares,
      countIf(is_settled AND has_due_day) AS settled_dated,
      countIf(is_settled AND is_on_time) AS settled_on_time,
      countIf(is_settled AND has_due_instant) AS settled_due_at,
      countIf(is_settled AND is_on_time_instant) AS settled_on_time_instant,
      countIf(is_settled AND is_on_time_second) AS settled_on_time_second
    FROM ${onItsDays(rows, isWanted)}
    GROUP BY point_code, day, procedure_code, field_code, channel, source`,
};
