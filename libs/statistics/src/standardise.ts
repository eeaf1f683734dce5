import { type Bounds, type Level, USUAL_LEVEL } from './bounds';
import { countInterval } from './count';

/** Cases of one point in one stratum: a kind of work that is alike everywhere, such as procedure × channel × hour. */
export interface StratumCell {
  readonly stratum: string;
  readonly n: number;
  /** How many of them had the outcome: waited too long, were late. */
  readonly hits: number;
}

/** Outcomes a point had, and those it would have if the city's rate held in each of its strata. */
export interface Standardised {
  readonly observed: number;
  readonly expected: number;
  /** Observed over expected: above 1, more than its work explains. `null` when nothing is expected. */
  readonly ratio: number | null;
  readonly bounds: Bounds | null;
}

type Rates = ReadonlyMap<string, { readonly hits: number; readonly n: number }>;

/** What the whole city had in each stratum. */
export function ratesOf(cells: readonly StratumCell[]): Rates {
  const rates = new Map<string, { hits: number; n: number }>();
  for (const { stratum, hits, n } of cells) {
    const rate = rates.get(stratum) ?? { hits: 0, n: 0 };
    rates.set(stratum, { hits: rate.hits + hits, n: rate.n + n });
  }
  return rates;
}

/** A point with more than this share of a stratum is compared with the others only: it must not be its own yardstick. */
const OWN_YARDSTICK = 0.05;

function rateFor({ stratum, n, hits }: StratumCell, city: Rates, leaveOut: boolean): number {
  const all = city.get(stratum) ?? { hits, n };
  const isOwn = leaveOut && n / all.n > OWN_YARDSTICK && all.n > n;
  return isOwn ? (all.hits - hits) / (all.n - n) : all.hits / all.n;
}

/**
 * Indirect standardisation of one point against the city, with Byar's limits (exact for fewer than 10). The city against
 * itself is 1 when nothing is left out. Source: N. E. Breslow, N. E. Day, Statistical Methods in Cancer Research II (1987) ch. 2.
 */
export function standardised(
  cells: readonly StratumCell[],
  city: Rates,
  { leaveOut = true, level = USUAL_LEVEL }: { readonly leaveOut?: boolean; readonly level?: Level } = {},
): Standardised {
  const counted = cells.filter(({ n }) => n > 0);
  const observed = counted.reduce((sum, { hits }) => sum + hits, 0);
  const expected = counted.reduce((sum, cell) => sum + cell.n * rateFor(cell, city, leaveOut), 0);
  return { observed, expected, ...ratioOf(observed, expected, level) };
}

/** Observed over expected with its interval. */
export function ratioOf(observed: number, expected: number, level: Level = USUAL_LEVEL): Pick<Standardised, 'ratio' | 'bounds'> {
  if (!(expected > 0)) return { ratio: null, bounds: null };
  const { low, high } = countInterval(observed, level);
  return { ratio: observed / expected, bounds: { low: low / expected, high: high / expected } };
}
