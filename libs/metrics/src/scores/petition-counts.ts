import { identifier, join, param, sql, type Sql, type Warehouse, workingDaysBetween } from '@evenhand/warehouse';
import { inScope } from '../compile/filters';
import { wardsOf } from '../reports/attribution';
import { dayOf, knownDayOf, overBefore, type PeriodAsked } from '../reports/period-asked';
import { amongUnits, unitKey, type Units } from '../reports/units';

/** Which petitions each count counts; the rows behind a cause are chosen by the same text. */
export const PETITION_CASES = {
  handled: sql`is_handled`,
  handled_on_time: sql`is_handled AND ifNull(was_on_time, false)`,
  handled_undecided: sql`is_handled AND isNull(was_on_time)`,
  petition_late: sql`is_handled AND NOT ifNull(was_on_time, true)`,
  received: sql`is_new`,
  petition_overdue: sql`is_new AND is_overdue`,
  petition_dissatisfied: sql`is_new AND NOT is_overdue AND is_dissatisfied`,
  petition_repeated: sql`is_new AND NOT is_overdue AND NOT is_dissatisfied AND is_repeat`,
  received_undecided: sql`is_new AND isNotNull(handled_on) AND isNull(was_on_time) AND NOT is_dissatisfied AND NOT is_repeat`,
  about_staff: sql`is_new AND kind = 'attitude'`,
  upheld_about_staff: sql`is_new AND kind = 'attitude' AND is_upheld`,
  open_about_staff: sql`is_new AND kind = 'attitude' AND NOT is_upheld AND isNull(handled_on)`,
  decided: sql`is_new AND (is_overdue OR isNotNull(was_on_time))`,
  decided_in_time: sql`is_new AND isNotNull(was_on_time) AND NOT is_overdue`,
} as const;
export type PetitionCase = keyof typeof PETITION_CASES;

/** What is counted of the petitions of one unit and period. */
export type PetitionCounts = Readonly<Record<PetitionCase, number>>;

/** A petition is answered within 15 working days; one that belongs elsewhere is refused or forwarded within 2. */
const DAYS_TO_ANSWER = 15;
const DAYS_TO_FORWARD = 2;

/** Petitions with the day on which they were handled. */
const handled = (asked: PeriodAsked): Sql => sql`(
  SELECT *, isNull(answered_at) AND isNotNull(forwarded_at) AS is_forwarded, coalesce(answered_at, forwarded_at) AS handled_at,
    if(isNull(handled_at), NULL, ${dayOf(sql`handled_at`, asked)}) AS told_handled_on,
    if(told_handled_on < ${param('Date', asked.range.to)}, told_handled_on, NULL) AS handled_on,
    if(isNull(due_at), NULL, ${dayOf(sql`due_at`, asked)}) AS due_on
  FROM ${asked.known.rows({ table: 'petition' })}
  WHERE ${join([sql`received_on < ${param('Date', asked.range.to)}`, ...inScope(asked.scope)], ' AND ')})`;

/** Working days that handling took, where no due date says what was allowed. */
const taken = (asked: PeriodAsked): Sql =>
  workingDaysBetween(sql`SELECT key_hash AS case_id, toString(point_code) AS point_code, received_on AS from_on, assumeNotNull(handled_on) AS to_on
    FROM ${handled(asked)} WHERE isNotNull(handled_on) AND (is_forwarded OR isNull(due_on))`);

/** Each petition with what the counts ask of it. */
export function judgedPetitions(asked: PeriodAsked): Sql {
  const from = param('Date', asked.range.from);
  const over = overBefore(asked, knownDayOf('petition', asked));
  return sql`(
  SELECT *, received_on >= ${from} AS is_new, ifNull(handled_on >= ${from}, false) AS is_handled,
    if(is_forwarded OR isNull(due_on), working_days <= if(is_forwarded, ${param('UInt8', DAYS_TO_FORWARD)}, ${param('UInt8', DAYS_TO_ANSWER)}),
      handled_on <= due_on) AS was_on_time,
    ifNull(if(isNotNull(handled_on), NOT was_on_time, due_on < ${over}), false) AS is_overdue
  FROM ${wardsOf(sql`(SELECT * FROM ${handled(asked)} AS told LEFT JOIN (${taken(asked)}) AS taken ON case_id = key_hash)`, sql`received_on`)})`;
}

const COUNTS = join(
  Object.entries(PETITION_CASES).map(([name, cases]) => sql`countIf(${cases}) AS ${identifier(`n_${name}`)}`),
  ', ',
);

const countsIn = (row: Readonly<Record<string, number>>): PetitionCounts =>
  Object.fromEntries(Object.keys(PETITION_CASES).map((name) => [name, row[`n_${name}`] ?? 0])) as PetitionCounts; // one entry for each

/** A unit without petitions in a period of which the feed has told. */
export const NO_PETITIONS: PetitionCounts = countsIn({});

/** Counts by unit; units without a petition have no entry. */
export async function petitionCounts(warehouse: Warehouse, asked: PeriodAsked, units: Units): Promise<ReadonlyMap<string, PetitionCounts>> {
  const among = amongUnits(units);
  const where = among.length === 0 ? sql`` : sql`WHERE ${join(among, ' AND ')}`;
  const rows = await warehouse.rows<{ readonly unit: string } & Readonly<Record<string, number>>>(
    sql`SELECT ${unitKey(units)} AS unit, ${COUNTS} FROM ${judgedPetitions(asked)} ${where} GROUP BY unit ORDER BY unit`,
  );
  return new Map(rows.map((row) => [row.unit, countsIn(row)]));
}
