import {
  type CitySettings,
  daysIn,
  type Dimension,
  type Filter,
  type Question,
  type Scope,
  type TimeRange,
  WAIT_BINS,
  wholeCity,
} from '@evenhand/domain';
import { identifier, sql, type Sql, trusted } from '@evenhand/warehouse';
import type { Aggregate } from '../compile/aggregate';
import { compile } from '../compile/compile';
import type { Asked } from '../compile/draft';
import { columnOf } from '../compile/measures';
import type { Part, Wanted } from '../compile/part';
import type { Known } from '../facts/known';
import { isOfDays } from './buckets-of-days';
import type { ColumnName } from './month-sheet';
import { type Across, acrossCases, asLists, BY_POINT, type CaseDimension, IN_ONE, isOfCases, type SheetColumn } from './sheet-statement';
import { quantileTotal } from './quantile-total';
import { CUT, halvesOf, largestOf, listOf, sumOf, type Total, wideSumOf } from './totals';
import { isOfPoints } from './units';

/** What can be added up further. */
const ADDED: readonly Aggregate[] = ['hits', 'sum', 'squares', 'largest'];

/** Raw rows of which a city has few enough to be counted by day and point ahead of a question. */
const FEW: readonly string[] = ['rating', 'shift'];

/** A question and who asks it. */
export interface Of {
  readonly question: Question;
  readonly scope: Scope;
  /** Whether the city has so few tickets that their waits themselves may be held. */
  readonly holdsEach: boolean;
}

/** Of longer ranges the engine sorts the waits faster. */
const MOST_DAYS_SORTED = 93;

const isQuantile = (name: Aggregate | 'n'): name is `q${number}` => name.startsWith('q');

const addsUp = ({ wanted }: Part, added: readonly Aggregate[]): boolean =>
  wanted.every(({ term, aggregates }) => !term.distinct && [...aggregates].every((name) => added.includes(name)));

const addedFor = ({ question, holdsEach }: Of, part: Part): readonly Aggregate[] =>
  holdsEach && part.fact.entity === 'ticket' && daysIn(question) <= MOST_DAYS_SORTED
    ? [...ADDED, ...part.wanted.flatMap(({ aggregates }) => [...aggregates].filter(isQuantile))]
    : ADDED;

/** How a part of a question is counted day by day. */
export interface Held {
  readonly across: Across;
  /** Too much to be read while somebody waits: it answers once it has been read ahead. */
  readonly isWide: boolean;
}

const narrow = (across: Across): Held => ({ across, isWide: false });
const wide = (across: Across): Held => ({ across, isWide: true });

/** Counters and officers are told apart at one point; in a city they are too many. */
const isOfCity = (dimension: CaseDimension): boolean => dimension !== 'counter' && dimension !== 'agent';

/** The one point that a question is about, when its asker may see it. */
function onlyPoint({ question, scope }: Of): string | null {
  const [filter, ...others] = question.where.filter(({ dimension }) => dimension === 'point');
  const [point, ...more] = filter?.values ?? [];
  if (point === undefined || more.length > 0 || others.length > 0) return null;
  return scope.points === 'all' || scope.points.includes(point) ? point : null;
}

/** Across what a part of a question is counted day by day so that it adds up to what is asked; `null` where nothing adds up to it. */
export function acrossFor(part: Part, of: Of): Held | null {
  const { exact, asOf, by, where } = of.question;
  if (exact || asOf !== undefined || part.isStock || part.day !== part.fact.day || 'holdsCases' in part.fact) return null;
  const dimensions = [...new Set([...by, ...where.map(({ dimension }) => dimension)].filter((dimension) => !isOfDays(dimension)))];
  return dimensions.every(isOfPoints) ? acrossPoints(part, of, dimensions) : acrossKinds(part, of, dimensions);
}

function acrossPoints(part: Part, of: Of, dimensions: readonly Dimension[]): Held | null {
  const isRollup = part.from === 'rollup';
  const isHeld = isRollup || FEW.includes(part.fact.entity) || (part.fact.entity === 'ticket' && of.holdsEach);
  if (isHeld && addsUp(part, addedFor(of, part))) return narrow(BY_POINT);
  if (!isRollup || !addsUp(part, [...ADDED, 'bins'])) return null;
  if (dimensions.length === 0 && of.scope.points === 'all') return narrow(IN_ONE);
  const point = dimensions.every((dimension) => dimension === 'point') ? onlyPoint(of) : null;
  return point === null ? wide(BY_POINT) : narrow({ ...IN_ONE, point });
}

function acrossKinds(part: Part, of: Of, dimensions: readonly Dimension[]): Held | null {
  const isHeld = part.from === 'rollup' || part.fact.entity === 'ticket' || FEW.includes(part.fact.entity);
  const [kinds, places] = [dimensions.filter(isOfCases), dimensions.filter((dimension) => !isOfCases(dimension))];
  if (!isHeld || !addsUp(part, [...addedFor(of, part), 'bins']) || kinds.length > 2 || places.some((place) => place !== 'point'))
    return null;
  const point = onlyPoint(of);
  if (point !== null) return narrow(acrossCases(kinds, point));
  if (!kinds.every(isOfCity)) return null;
  if (places.length === 0) {
    if (of.scope.points !== 'all') return null;
    return kinds.length === 1 ? narrow(acrossCases(kinds)) : wide(acrossCases(kinds));
  }
  return kinds.length === 1 && part.from === 'rollup' && addsUp(part, ADDED) ? wide(acrossCases(['point', ...kinds])) : null;
}

interface Counted {
  readonly city: CitySettings;
  readonly known: Known;
  readonly across: Across;
}

/** The part of a question that asks one term for every day and point. */
const alone = (part: Part, wanted: Wanted): Part => ({ ...part, wanted: [{ ...wanted, aggregates: new Set(storedNames(wanted)) }] });

// Quantiles are taken of the amounts themselves.
const storedAs = (name: Aggregate): Aggregate => (isQuantile(name) ? 'each' : name);
const storedNames = ({ aggregates }: Wanted): readonly Aggregate[] => [...new Set([...aggregates].map(storedAs))];

const BY_DAY = { metrics: [], exact: false } as const;

const binNames = (column: string): readonly string[] => Array.from({ length: WAIT_BINS }, (_, bin) => `${column}_${bin + 1}`);

const half = (column: Sql, of: 'high' | 'low'): Sql =>
  of === 'high' ? sql`toFloat64(intDiv(${column}, ${trusted(String(CUT))}))` : sql`toFloat64(${column} % ${trusted(String(CUT))})`;

function columnsOf(name: Aggregate | 'n', column: string): readonly SheetColumn[] {
  const value = identifier(column);
  if (name === 'bins') return binNames(column).map((bin, index) => ({ name: bin, value: sql`${value}[${trusted(String(index + 1))}]` }));
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
  (['n', ...storedNames(wanted)] as const).flatMap((name) =>
    columnsOf(name, columnOf(alone(part, wanted), wanted.term, name)).map((column) => ({ ...column, takes: takingOf(name) })),
  );

const takingOf = (name: Aggregate | 'n'): ColumnName['takes'] => {
  if (name === 'each') return 'list';
  return name === 'largest' ? 'largest' : 'sum';
};

/** Counts one term by day and across points or other codes over a range. */
export function sheetStatement(part: Part, wanted: Wanted, { city, known, across }: Counted, range: TimeRange): Sql {
  const where: readonly Filter[] = across.point === null ? [] : [{ dimension: 'point', values: [across.point] }];
  const question: Question = { ...BY_DAY, ...range, by: ['day', ...across.dimensions], where };
  const asked: Asked = { part: alone(part, wanted), question, scope: wholeCity, city, known };
  return asLists(compile(asked), sheetColumns(part, wanted), across);
}

/** What a part asks of a term, added up from the columns of the term's sheet. */
export function totalsOf(part: Part, wanted: Wanted): readonly Total[] {
  const single = alone(part, wanted);
  return namesOf(wanted).map((name) => {
    const [to, from] = [columnOf(part, wanted.term, name), columnOf(single, wanted.term, name === 'n' ? name : storedAs(name))];
    if (isQuantile(name)) return quantileTotal(to, from, Number(name.slice(1)) / 100);
    if (name === 'squares') return wideSumOf(to, from);
    if (name === 'bins') return listOf(to, binNames(from));
    return name === 'largest' ? largestOf(to, from) : sumOf(to, from);
  });
}
