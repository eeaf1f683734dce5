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
import type { Entity } from '../facts/fact';
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
const FEW: readonly Entity[] = ['rating', 'shift', 'staffed', 'survey_answer', 'survey_form'];

/** Raw rows that are many, and worth counting by day for the whole city all the same. */
const MANY: readonly Entity[] = ['ticket', 'work'];

/** Of so few points raw rows of every kind are quickly counted by day. */
const MOST_POINTS = 20;

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
  wanted.every(({ aggregates }) => [...aggregates].every((name) => added.includes(name)));

/** Whether several rows may be one case; where they are of one day, cases still add up over days. */
const isDistinct = ({ wanted }: Part): boolean => wanted.some(({ term }) => term.distinct !== undefined);
const addsUpOverDays = ({ wanted, day }: Part): boolean => wanted.every(({ term }) => term.distinct?.includes(day) ?? true);

/** What can be added up of raw rows where their amounts themselves may be held. */
const addedOrSorted = ({ question }: Of, { wanted }: Part): readonly Aggregate[] =>
  daysIn(question) <= MOST_DAYS_SORTED ? [...ADDED, ...wanted.flatMap(({ aggregates }) => [...aggregates].filter(isQuantile))] : ADDED;

const addedFor = (of: Of, part: Part): readonly Aggregate[] =>
  of.holdsEach && part.fact.entity === 'ticket' ? addedOrSorted(of, part) : ADDED;

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

/** The few points that a question is about, when its asker may see all of them and they need not be told apart. */
export function fewPoints({ question, scope }: Pick<Of, 'question' | 'scope'>): readonly string[] | null {
  const [filter, ...others] = question.where.filter(({ dimension }) => dimension === 'point');
  const points = [...new Set(filter?.values)].sort();
  if (points.length === 0 || points.length > MOST_POINTS || others.length > 0) return null;
  if (points.length > 1 && question.by.includes('point')) return null;
  return scope.points === 'all' || points.every((point) => scope.points.includes(point)) ? points : null;
}

/** Whether the rows of a part lie by the months of its day. */
export const liesByMonth = ({ from, fact, day }: Part): boolean => from === 'rollup' || (fact.derived === undefined && day === fact.day);

/** Across what a part of a question is counted day by day so that it adds up to what is asked; `null` where nothing adds up to it. */
export function acrossFor(part: Part, of: Of): Held | null {
  const { exact, asOf, by, where } = of.question;
  if (exact || asOf !== undefined || part.isStock || 'holdsCases' in part.fact) return null;
  if (!addsUpOverDays(part) || part.wanted.some(({ term }) => term.dependsOnRange === true)) return null;
  const dimensions = [...new Set([...by, ...where.map(({ dimension }) => dimension)].filter((dimension) => !isOfDays(dimension)))];
  return ofFewPoints(part, of, dimensions) ?? (part.day === part.fact.day ? ofCity(part, of, dimensions) : null);
}

/** Raw rows of a few points, whatever they are of. */
function ofFewPoints(part: Part, of: Of, dimensions: readonly Dimension[]): Held | null {
  if (part.from === 'rollup' || !addsUp(part, addedOrSorted(of, part))) return null;
  const kinds = dimensions.filter(isOfCases);
  const points = fewPoints(of);
  if (points === null || kinds.length > 2 || dimensions.some((dimension) => !isOfCases(dimension) && dimension !== 'point')) return null;
  return isToldApart(part, of, kinds) ? narrow(acrossCases(kinds, points)) : null;
}

// One case that has rows of two kinds would count twice where these are put in one.
const isToldApart = (part: Part, { question }: Of, kinds: readonly Dimension[]): boolean =>
  !isDistinct(part) || kinds.every((kind) => question.by.includes(kind));

const ofCity = (part: Part, of: Of, dimensions: readonly Dimension[]): Held | null =>
  dimensions.every(isOfPoints) ? acrossPoints(part, of, dimensions) : acrossKinds(part, of, dimensions);

function acrossPoints(part: Part, of: Of, dimensions: readonly Dimension[]): Held | null {
  const isRollup = part.from === 'rollup';
  const isHeld = isRollup || FEW.includes(part.fact.entity) || (part.fact.entity === 'ticket' && of.holdsEach);
  if (isHeld && addsUp(part, addedFor(of, part))) return isDistinct(part) ? distinctAcross(of, dimensions) : narrow(BY_POINT);
  if (!isRollup || !addsUp(part, [...ADDED, 'bins'])) return null;
  if (dimensions.length === 0 && of.scope.points === 'all') return narrow(IN_ONE);
  const points = dimensions.every((dimension) => dimension === 'point') ? fewPoints(of) : null;
  return points === null ? wide(BY_POINT) : narrow({ ...IN_ONE, points });
}

/** Whoever is at two points on one day counts at each of them, and once in the city. */
function distinctAcross({ question, scope }: Of, dimensions: readonly Dimension[]): Held | null {
  if (question.by.includes('point')) return narrow(BY_POINT);
  return dimensions.length === 0 && scope.points === 'all' ? narrow(IN_ONE) : null;
}

function acrossKinds(part: Part, of: Of, dimensions: readonly Dimension[]): Held | null {
  const isHeld = part.from === 'rollup' || [...FEW, ...MANY].includes(part.fact.entity);
  const [kinds, places] = [dimensions.filter(isOfCases), dimensions.filter((dimension) => !isOfCases(dimension))];
  if (!isHeld || !addsUp(part, [...addedFor(of, part), 'bins']) || kinds.length > 2 || places.some((place) => place !== 'point'))
    return null;
  if (!isToldApart(part, of, kinds)) return null;
  const points = fewPoints(of);
  if (points !== null) return narrow(acrossCases(kinds, points));
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

/**
 * The pieces of a part that have sheets of their own: a term each, so that questions share them; of raw rows of a few points all
 * terms together, so that those are read once.
 */
export const piecesOf = (part: Part, { points }: Across): readonly Part[] =>
  points !== null && part.from === 'raw' ? [part] : part.wanted.map((wanted) => ({ ...part, wanted: [wanted] }));

// Quantiles are taken of the amounts themselves.
const storedAs = (name: Aggregate): Aggregate => (isQuantile(name) ? 'each' : name);
const stored = (piece: Part): Part => ({
  ...piece,
  wanted: piece.wanted.map(({ term, aggregates }) => ({ term, aggregates: new Set([...aggregates].map(storedAs)) })),
});

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

/** The columns of a piece's sheet. */
export function sheetColumns(piece: Part): readonly (SheetColumn & ColumnName)[] {
  const part = stored(piece);
  return part.wanted.flatMap((wanted) =>
    namesOf(wanted).flatMap((name) =>
      columnsOf(name, columnOf(part, wanted.term, name)).map((column) => ({ ...column, takes: takingOf(name) })),
    ),
  );
}

const takingOf = (name: Aggregate | 'n'): ColumnName['takes'] => {
  if (name === 'each') return 'list';
  return name === 'largest' ? 'largest' : 'sum';
};

/** Counts the terms of a piece by day and across points or other codes over a range. */
export function sheetStatement(piece: Part, { city, known, across }: Counted, range: TimeRange): Sql {
  const where: readonly Filter[] = across.points === null ? [] : [{ dimension: 'point', values: across.points }];
  const question: Question = { ...BY_DAY, ...range, by: ['day', ...across.dimensions], where };
  const asked: Asked = { part: stored(piece), question, scope: wholeCity, city, known };
  return asLists(compile(asked), sheetColumns(piece), across);
}

/** What a part asks of the terms of one of its pieces, added up from the columns of the piece's sheet. */
export function totalsOf(part: Part, piece: Part): readonly Total[] {
  const held = stored(piece);
  return piece.wanted.flatMap((wanted) =>
    namesOf(wanted).map((name) => {
      const [to, from] = [columnOf(part, wanted.term, name), columnOf(held, wanted.term, name === 'n' ? name : storedAs(name))];
      if (isQuantile(name)) return quantileTotal(to, from, Number(name.slice(1)) / 100);
      if (name === 'squares') return wideSumOf(to, from);
      if (name === 'bins') return listOf(to, binNames(from));
      return name === 'largest' ? largestOf(to, from) : sumOf(to, from);
    }),
  );
}
