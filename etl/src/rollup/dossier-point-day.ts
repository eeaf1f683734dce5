import { sql, trusted } from '@evenhand/warehouse';
import { dossierDay } from './dossier-day';
import type { CoarserRollup } from './rollup';

const COUNTS = [
  ...['received', 'due', 'due_on_time', 'due_late', 'due_open', 'due_refused', 'due_withdrawn', 'due_supplemented', 'due_extended'],
  ...['due_apologised', 'due_late_days'],
];
const MORE_COUNTS = [
  ...['first_due', 'first_due_on_time', 'first_due_late', 'first_due_open', 'settled', 'settled_sum_ms', 'settled_squares'],
  ...['settled_dated', 'settled_on_time', 'settled_due_at', 'settled_on_time_instant', 'settled_on_time_second'],
];

const sumsOf = (names: readonly string[]) => trusted(names.map((name) => `sum(finer.${name}) AS ${name}`).join(', '));

/** Dossiers per point and day. */
export const dossierPointDay: CoarserRollup = {
  table: 'dossier_point_day',
  keys: ['point_code'],
  version: 1,
  of: dossierDay,
  select: (finer) => sql`
    SELECT finer.day AS day, finer.point_code AS point_code, ${sumsOf(COUNTS)}, max(finer.due_latest_days) AS due_latest_days,
      ${sumsOf(MORE_COUNTS)}
    FROM ${finer} AS finer GROUP BY day, point_code`,
};
