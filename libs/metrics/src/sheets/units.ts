import type { Dimension, Question, Scope } from '@evenhand/domain';
import { keyFromText } from '../facts/dimension-text';
import type { KeyPart } from './buckets-of-days';
import type { DayNumber } from './day-number';
import type { CodeNumbers } from './code-numbers';
import type { Place } from './registers';
import { type Across, BETWEEN, BY_POINT, type CaseDimension, isOfCases } from './sheet-statement';

const OF_POINTS = ['point', 'ward', 'branch'] as const satisfies readonly Dimension[];
type PointDimension = (typeof OF_POINTS)[number];
export const isOfPoints = (dimension: Dimension): dimension is PointDimension => (OF_POINTS as readonly Dimension[]).includes(dimension);

type UnitDimension = PointDimension | CaseDimension;
export const isOfUnits = (dimension: Dimension): dimension is UnitDimension => isOfPoints(dimension) || isOfCases(dimension);

type Where = Pick<Place, 'ward' | 'branch'> & { readonly code: string };

/** Reads what a code, and the place of its point, say of each dimension. */
function valuesOf({ dimensions, points }: Across, where: Where): (dimension: UnitDimension) => string | number {
  const codes = dimensions.length > 1 ? where.code.split(BETWEEN) : [where.code];
  return (dimension) => {
    if (dimension === 'ward' || dimension === 'branch') return where[dimension];
    if (dimension === 'point' && points !== null) return points[0] ?? '';
    const code = codes[dimensions.indexOf(dimension)] ?? '';
    return dimension === 'half_hour' ? Number(code) : code;
  };
}

/** Puts codes into the units of a question: points into themselves, wards or branches, other codes into themselves, or all in one. */
export class Units {
  /** The units met so far, by their numbers. */
  readonly met: KeyPart[] = [];
  private readonly numbers = new Map<string | number, number>();
  private readonly cuts: readonly UnitDimension[];
  private readonly filters: readonly { readonly dimension: UnitDimension; readonly values: ReadonlySet<string | number> }[];
  private readonly seen: ReadonlySet<string> | null;

  constructor(
    { by, where }: Pick<Question, 'by' | 'where'>,
    { points }: Scope,
    private readonly across: Across = BY_POINT,
  ) {
    this.cuts = by.filter(isOfUnits);
    this.filters = where.flatMap(({ dimension, values }) =>
      isOfUnits(dimension) && !(dimension === 'point' && across.points !== null)
        ? [{ dimension, values: new Set(values.map((value) => keyFromText(dimension, value))) }]
        : [],
    );
    // Whose sheet tells of a few points was let see them before, and it tells of no others.
    this.seen = points === 'all' || !across.dimensions.includes('point') ? null : new Set(points);
  }

  /** The number of the unit of a code that stands somewhere; −1 for one that a filter or the scope keeps out. */
  of(where: Where): number {
    const valueOf = valuesOf(this.across, where);
    if (this.seen?.has(String(valueOf('point'))) === false) return -1;
    if (!this.filters.every(({ dimension, values }) => values.has(valueOf(dimension)))) return -1;
    const [only, ...others] = this.cuts;
    const name = only && others.length === 0 ? valueOf(only) : this.cuts.map(valueOf).join(BETWEEN);
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.met.length);
    return this.met.push(Object.fromEntries(this.cuts.map((dimension) => [dimension, valueOf(dimension)]))) - 1;
  }

  /** Whether all points are in one unit and none is kept out. */
  get isOne(): boolean {
    return this.cuts.length === 0 && this.filters.length === 0 && this.seen === null;
  }

  private get dependsOnDay(): boolean {
    return [...this.cuts, ...this.filters.map(({ dimension }) => dimension)].some(
      (dimension) => dimension === 'ward' || dimension === 'branch',
    );
  }

  /** For each day the units of all codes by their numbers, each point where it stood on the day; the only unit where all are in one. */
  byDay(numbers: CodeNumbers, places: readonly Place[]): (day: DayNumber) => Int32Array {
    if (this.isOne) {
      const one = Int32Array.of(this.of({ code: '', ward: '', branch: '' }));
      return () => one;
    }
    const codes = numbers.all();
    if (!this.dependsOnDay) {
      const units = Int32Array.from(codes, (code) => this.of({ code, ward: '', branch: '' }));
      return () => units;
    }
    let held: { readonly units: Int32Array; readonly from: DayNumber; readonly to: DayNumber } | null = null;
    return (day) => {
      if (held === null || day < held.from || day >= held.to) held = this.around(day, codes, places);
      return held.units;
    };
  }

  // Between two moves of any point all units stay what they are.
  private around(day: DayNumber, codes: readonly string[], places: readonly Place[]) {
    let [from, to] = [-Infinity, Infinity];
    const standing: (Place | undefined)[] = [];
    for (const place of places) {
      for (const edge of [place.from, place.to]) {
        if (edge <= day) from = Math.max(from, edge);
        else to = Math.min(to, edge);
      }
      // The latest that has begun decides; whoever has left it stands nowhere.
      if (place.from <= day) standing[place.point] = place.to > day ? place : undefined;
    }
    const units = Int32Array.from(codes, (code, point) => this.of(standing[point] ?? { code, ward: '', branch: '' }));
    return { units, from, to };
  }
}
