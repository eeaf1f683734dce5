import { type CitySettings, type Question, wholeCity } from '@evenhand/domain';
import { identifier, sql, type Sql, trusted } from '@evenhand/warehouse';
import type { Aggregate } from '../compile/aggregate';
import { compile } from '../compile/compile';
import type { Asked } from '../compile/draft';
import { columnOf } from '../compile/measures';
import type { Part, Wanted } from '../compile/part';
import type { Known } from '../facts/known';
import { isOfDays } from './buckets-of-days';
import type { ColumnName } from './month-sheet';
import { asLists, type SheetColumn } from './sheet-statement';
import { CUT, halvesOf, largestOf, sumOf, type Total, wideSumOf } from './totals';
import { isOfPoints } from './units';

/** What can be added up further from days of points. */
const ADDED: readonly Aggregate[] = ['hits', 'sum', 'squares', 'largest'];

/** Raw rows of which a city has few enough to be counted by day and point ahead of a question. */
const FEW: readonly string[] = ['rating', 'shift'];

/** Whether what is counted by day and point adds up to what a part of a question asks. */
export function addsUp(part: Part, { exact, asOf, by, where }: Question): boolean {
  if (exact || asOf !== undefined || part.isStock) return false;
  const isCounted = part.from === 'rollup' ? !('holdsCases' in part.fact) : FEW.includes(part.fact.entity) && part.day === part.fact.day;
  const isPlain = ({ term, aggregates }: Wanted): boolean => !term.distinct && [...aggregates].every((name) => ADDED.includes(name));
  const dimensions = [...by, ...where.map(({ dimension }) => dimension)];
  return isCounted && part.wanted.every(isPlain) && dimensions.every((dimension) => isOfDays(dimension) || isOfPoints(dimension));
}

interface Counted {
  readonly city: CitySettings;
  readonly known: Known;
}

/** The part of a question that asks one term for every day and point. */
const alone = (part: Part, wanted: Wanted): Part => ({ ...part, wanted: [wanted] });

const BY_DAY_AND_POINT = { metrics: [], by: ['day', 'point'], where: [], exact: false } as const;

const half = (column: Sql, of: 'high' | 'low'): Sql =>
  of === 'high' ? sql`toFloat64(intDiv(${column}, ${trusted(String(CUT))}))` : sql`toFloat64(${column} % ${trusted(String(CUT))})`;

function columnsOf(name: Aggregate | 'n', column: string): readonly SheetColumn[] {
  const value = identifier(column);
  if (name !== 'squares') return [{ name: column, value }];
  const [high, low] = halvesOf(column);
  return [
    { name: high, value: half(value, 'high') },
    { name: low, value: half(value, 'low') },
  ];
}

const namesOf = ({ aggregates }: Wanted): readonly (Aggregate | 'n')[] => ['n', ...aggregates];

/** The columns of a term's sheet. */
export const sheetColumns = (part: Part, wanted: Wanted): readonly (SheetColumn & ColumnName)[] =>
  namesOf(wanted).flatMap((name) =>
    columnsOf(name, columnOf(alone(part, wanted), wanted.term, name)).map((column) => ({
      ...column,
      takes: name === 'largest' ? ('largest' as const) : ('sum' as const),
    })),
  );

/** Counts one term by day and point over a range. */
export function sheetStatement(part: Part, wanted: Wanted, { city, known }: Counted, range: Pick<Question, 'from' | 'to'>): Sql {
  const asked: Asked = { part: alone(part, wanted), question: { ...BY_DAY_AND_POINT, ...range }, scope: wholeCity, city, known };
  return asLists(compile(asked), sheetColumns(part, wanted));
}

/** What a part asks of a term, added up from the columns of the term's sheet. */
export function totalsOf(part: Part, wanted: Wanted): readonly Total[] {
  const single = alone(part, wanted);
  return namesOf(wanted).map((name) => {
    const [to, from] = [columnOf(part, wanted.term, name), columnOf(single, wanted.term, name)];
    if (name === 'squares') return wideSumOf(to, from);
    return name === 'largest' ? largestOf(to, from) : sumOf(to, from);
  });
}
