import type { CitySettings, Filter, Question, TimeRange } from '@evenhand/domain';
import { wholeCity } from '@evenhand/domain';
import { identifier, join, param, sql, type Sql, trusted } from '@evenhand/warehouse';
import { CHOOSING, draftBy } from '../compile/compile';
import { type Asked, statementOf, type Step } from '../compile/draft';
import { columnOf, measured } from '../compile/measures';
import type { Part } from '../compile/part';
import { knownAt } from '../facts/known';
import { BETWEEN_IN_SQL, type SheetColumn } from '../sheets/sheet-statement';
import type { CellSource } from './cell-source';
import { LEAST_YARDSTICK, OWN_YARDSTICK } from './expected';

/** The cases that are looked at: those of periods that follow each other, told apart by their number from 0. */
export interface Cases {
  readonly city: CitySettings;
  readonly periods: readonly TimeRange[];
  readonly where: readonly Filter[];
  readonly asOf?: string | undefined;
}

function asked(part: Part, { city, periods, where, asOf }: Cases): Asked {
  const range = { from: periods[0]?.from ?? '', to: periods.at(-1)?.to ?? '' };
  const question: Question = { metrics: [], by: [], ...range, where, exact: false, ...(asOf === undefined ? {} : { asOf }) };
  // The yardstick is the whole city, whoever asks.
  return { part, question, scope: wholeCity, city, known: knownAt(asOf) };
}

const grouped =
  (keys: readonly { readonly name: string; readonly key: (day: Sql) => Sql }[]): Step =>
  (draft) => ({
    ...draft,
    select: keys.map(({ name, key }) => sql`${key(draft.day)} AS ${identifier(name)}`),
    keys: keys.map(({ name }) => identifier(name)),
  });

const periodKey = ({ periods }: Cases) => {
  const starts = param(
    'Array(Date)',
    periods.map(({ from }) => from),
  );
  return { name: 'cell_period', key: (day: Sql): Sql => sql`toInt32(arrayCount(start -> start <= assumeNotNull(${day}), ${starts})) - 1` };
};
const pointKey = { name: 'cell_point', key: (): Sql => sql`point_code` };
const dayKey = { name: 'cell_day', key: (day: Sql): Sql => sql`assumeNotNull(${day})` };

/** The numbers of a term as n, amount (hits or sum) and squares: the square of a hit is the hit. */
function numbersOf(part: Part): Sql {
  const [wanted] = part.wanted;
  if (!wanted) throw new Error('A comparison counts exactly one term');
  const column = (name: 'n' | 'hits' | 'sum' | 'squares'): Sql => identifier(columnOf(part, wanted.term, name));
  const isShare = wanted.aggregates.has('hits');
  const [amount, squares] = isShare ? [column('hits'), column('hits')] : [column('sum'), column('squares')];
  return sql`toFloat64(${column('n')}) AS cell_n, toFloat64(${amount}) AS cell_amount, toFloat64(${squares}) AS cell_squares`;
}

const innerCells = (part: Part, cases: Cases, keys: Parameters<typeof grouped>[0]): Sql =>
  statementOf(draftBy([...CHOOSING, grouped(keys), measured], asked(part, cases)));

const stratumName = (index: number): string => `stratum_${index}`;

/**
 * What each point had, and what it would have had if everybody's rate held in each of its strata: indirect standardisation.
 * The yardstick of a cell is the finest level of its strata that has cases enough; a point with much of it is left out of
 * its own yardstick. `variance` is how far chance moves the amount when the yardstick is right.
 */
export function expectedCells({ part, strata }: CellSource, cases: Cases): Sql {
  const keys = strata.map(({ column }, index) => ({ name: stratumName(index), key: (): Sql => column }));
  const cells = innerCells(part, cases, [periodKey(cases), pointKey, ...keys]);
  const levels = [0, ...strata.map((_, index) => index + 1)];
  const partition = (level: number, own: boolean): Sql =>
    join(
      ['cell_period', ...(own ? ['cell_point'] : []), ...strata.slice(0, level).map((_, index) => stratumName(index))].map(identifier),
      ', ',
    );
  const over = (column: string, own: boolean): Sql => {
    const sums = levels.map((level) => sql`sum(${identifier(column)}) OVER (PARTITION BY ${partition(level, own)})`);
    // Of the finest level a point's own cases are the cell itself.
    return sql`[${join(own ? [...sums.slice(0, -1), identifier(column)] : sums, ', ')}]`;
  };
  const least = trusted(String(LEAST_YARDSTICK));
  const own = trusted(String(OWN_YARDSTICK));
  return sql`SELECT cell_period AS period, cell_point AS point, sum(cell_n) AS n, sum(cell_amount) AS amount, sum(cell_n * rate) AS expected, sum(cell_n * spread) AS variance
FROM (
  SELECT cell_period, cell_point, cell_n, cell_amount,
    arrayMap((all, mine) -> if(mine > ${own} * all AND all > mine, all - mine, all), all_n, own_n) AS yard_n,
    greatest(1, arrayLastIndex(cases -> cases >= ${least}, yard_n)) AS level,
    yard_n[level] < all_n[level] AS is_others,
    (all_amount[level] - if(is_others, own_amount[level], 0)) / yard_n[level] AS rate,
    greatest(0, (all_squares[level] - if(is_others, own_squares[level], 0)) / yard_n[level] - rate * rate) AS spread
  FROM (
    SELECT *, ${over('cell_n', false)} AS all_n, ${over('cell_amount', false)} AS all_amount, ${over('cell_squares', false)} AS all_squares,
      ${over('cell_n', true)} AS own_n, ${over('cell_amount', true)} AS own_amount, ${over('cell_squares', true)} AS own_squares
    FROM (SELECT *, ${numbersOf(part)} FROM (${cells})) WHERE cell_n > 0
  )
)
GROUP BY cell_period, cell_point ORDER BY cell_period, cell_point`;
}

/** The cells of each day, a row for each point and stratum: its code, the places of its days in the range, and its columns as lists. */
export function cellsByDay({ part, strata }: CellSource, city: CitySettings, range: TimeRange, columns: readonly SheetColumn[]): Sql {
  const cases = { city, periods: [range], where: [] };
  const keys = strata.map(({ column }, index) => ({ name: stratumName(index), key: (): Sql => column }));
  const cells = innerCells(part, cases, [dayKey, pointKey, ...keys]);
  const names = ['cell_point', ...keys.map(({ name }) => name)].map(identifier);
  const lists = columns.map(({ name, value }) => sql`groupArray(tuple(${value})).1 AS ${identifier(name)}`);
  const texts = join(
    names.map((name) => sql`toString(${name})`),
    ', ',
  );
  return sql`SELECT arrayStringConcat([${texts}], ${trusted(BETWEEN_IN_SQL)}) AS code, groupArray(dateDiff('day', ${param('Date', range.from)}, cell_day)) AS days, ${join(lists, ', ')}
FROM (${cells}) GROUP BY ${join(names, ', ')}`;
}

/** How the days of each point scatter: sums from which the spread of its daily figures follows. */
export function scatterOfDays(part: Part, cases: Cases): Sql {
  const cells = innerCells(part, cases, [periodKey(cases), pointKey, dayKey]);
  return sql`SELECT cell_period AS period, cell_point AS point, count() AS days, sum(cell_n) AS n, sum(cell_amount) AS amount,
  sum(cell_squares) AS squares, sum(cell_amount * cell_amount) AS amounts, sum(cell_amount * cell_n) AS products, sum(cell_n * cell_n) AS sizes
FROM (SELECT *, ${numbersOf(part)} FROM (${cells})) WHERE cell_n > 0
GROUP BY cell_period, cell_point ORDER BY cell_period, cell_point`;
}

/** How many cases of which field each point has. */
export function mixOfPoints({ part, strata }: CellSource, cases: Cases): Sql {
  const keys = strata.map(({ column }, index) => ({ name: stratumName(index), key: (): Sql => column }));
  const cells = innerCells(part, cases, [pointKey, ...keys]);
  const names = keys.length === 0 ? sql`''` : identifier(stratumName(0));
  return sql`SELECT cell_point AS point, toString(${names}) AS field, cell_n AS n
FROM (SELECT *, ${numbersOf(part)} FROM (${cells})) WHERE cell_n > 0 ORDER BY cell_point, field`;
}
