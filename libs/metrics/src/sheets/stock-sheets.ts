import type { CitySettings, Question, TimeRange } from '@evenhand/domain';
import { identifier, join, literal, param, sql, type Sql } from '@evenhand/warehouse';
import { isGrain } from '../compile/buckets';
import { columnOf } from '../compile/measures';
import type { Part, Wanted } from '../compile/part';
import type { Known } from '../facts/known';
import type { Stay } from '../registry/definition';
import type { ResultRow } from '../results';
import { dayNumber, dayText } from './day-number';
import type { ColumnName } from './month-sheet';
import { type Across, asLists } from './sheet-statement';
import { isOfPoints } from './units';

/** Whether levels by day and point tell a part of a question: stocks of which it is known when each case came and went. */
export function isLevel(part: Part, { exact, asOf, by, where }: Question): boolean {
  if (exact || asOf !== undefined || !part.isStock || part.withSettled === true) return false;
  const isPlain = ({ term, aggregates }: Wanted): boolean => term.stays !== undefined && aggregates.size === 0;
  const dimensions = [...by, ...where.map(({ dimension }) => dimension)].filter((dimension) => !isGrain(dimension));
  return (
    part.wanted.every(isPlain) &&
    by.filter(isGrain).length <= 1 &&
    dimensions.every((dimension) => isOfPoints(dimension) && dimension === 'point')
  );
}

/** The column of all that is open: of whatever nothing is open there is no row. */
const OPEN = 'open';

const summed = (name: string): ColumnName => ({ name, takes: 'sum' });

const levelColumn = (part: Part, { term }: Wanted): string => columnOf(part, term, 'n');

/** The columns of the sheet of a stock's terms. */
export const levelColumns = (part: Part): readonly ColumnName[] => [
  summed(OPEN),
  ...part.wanted.map((wanted) => summed(levelColumn(part, wanted))),
];

// What never begins, or ends before it does, is never there.
const eventsOf = ({ from, to }: Stay, counts: Sql): Sql =>
  sql`if(${from} IS NULL OR ifNull(${to} <= ${from}, false), [], [(toNullable(${from}), ${counts}, 1), (toNullable(${to}), ${counts}, -1)])`;

interface Counted {
  readonly city: CitySettings;
  readonly known: Known;
  readonly across: Across;
}

/**
 * How many cases of each term come and go on each day of a range; what came before it counts on its first day. Nobody knows of
 * what happens after the latest known instant. Refused (3) and withdrawn (7) dossiers without an end never count, see `stock.ts`.
 */
export function flowStatement(part: Part, { city, known, across }: Counted, range: TimeRange): Sql {
  const [from, to] = [sql`${param('Date', range.from)}`, sql`${param('Date', range.to)}`];
  const context = { city, known, moment: sql`NULL` };
  const flows = part.wanted.map((wanted) => {
    const { stays } = wanted.term;
    if (!stays) throw new Error('Nobody knows when the cases of this stock come and go');
    return { name: levelColumn(part, wanted), stay: stays(context) };
  });
  const all = [{ name: OPEN, stay: { from: sql`received_at`, to: sql`finished_at` } }, ...flows];
  const day = sql`toDate(assumeNotNull(event.1), ${literal(city.zone)})`;
  const isThere = sql`event.1 IS NOT NULL AND ${day} < ${to} AND ifNull(event.1 <= ${known.until('dossier')}, true)`;
  const place = across.points === null ? sql`` : sql` AND point_code IN ${param('Array(String)', across.points)}`;
  const points = across.points === null ? sql`point_code AS key_point, ` : sql``;
  return asLists(
    sql`SELECT greatest(${day}, ${from}) AS key_day, ${points}${join(
      all.map(({ name }) => sql`sumIf(event.3, event.2 = ${literal(name)}) AS ${identifier(flowName(name))}`),
      ', ',
    )}
  FROM ${known.rows(part.fact)}
  ARRAY JOIN arrayConcat(${join(
    all.map(({ name, stay }) => eventsOf(stay, literal(name))),
    ', ',
  )}) AS event
  WHERE received_on < ${to} AND (finished_on IS NULL OR finished_on >= ${from}) AND (finished_at IS NOT NULL OR status NOT IN (3, 7))
    AND ${isThere}${place}
  GROUP BY ${across.points === null ? sql`key_day, key_point` : sql`key_day`}`,
    all.map(({ name }) => ({ name, value: identifier(flowName(name)) })),
    across,
  );
}

const flowName = (name: string): string => `flow_${name}`;

/** Adds flows up from day to day: the levels at the end of each day of the range, of points where anything is open. */
export function levelsOf(rows: readonly ResultRow[], columns: readonly ColumnName[], { from, to }: TimeRange): readonly ResultRow[] {
  const flows = new Map(rows.map((row) => [String(row['day']), row]));
  const levels = new Map<string, number[]>();
  const days: ResultRow[] = [];
  for (let number = dayNumber(from); number < dayNumber(to); number++) {
    const day = dayText(number);
    addFlows(levels, flows.get(day), columns);
    const there = [...levels].filter(([, [open = 0]]) => open > 0);
    const lists = columns.map(({ name }, index) => [name, there.map(([, numbers]) => numbers[index] ?? 0)] as const);
    days.push({ day, codes: there.map(([point]) => point), ...Object.fromEntries(lists) });
  }
  return days;
}

function addFlows(levels: Map<string, number[]>, row: ResultRow | undefined, columns: readonly ColumnName[]): void {
  const listOf = (name: string): readonly unknown[] => {
    const list = row?.[name];
    return Array.isArray(list) ? list : [];
  };
  const lists = columns.map(({ name }) => listOf(name));
  listOf('codes').forEach((code, at) => {
    const held = levels.get(String(code)) ?? columns.map(() => 0);
    levels.set(
      String(code),
      held.map((level, index) => level + Number(lists[index]?.[at] ?? 0)),
    );
  });
}
