import type { Direction, Estimated, Interval } from '@evenhand/domain';
import { twoSidedZ, USUAL_LEVEL } from '@evenhand/statistics';
import type { Dispersion } from './assess';
import { figureAt, figuresWithin, type Scale, type Standing, trueFigureAt } from './standing';

const Z = twoSidedZ(USUAL_LEVEL);

/** What the figures of one comparison have in common. */
export interface Yardstick {
  readonly scale: Scale;
  readonly direction: Direction;
  /** The figure of the whole city. */
  readonly city: number;
}

/** Of a share that should be high, what counts is how many cases fail it. */
const countsFailures = ({ scale, direction }: Pick<Yardstick, 'scale' | 'direction'>): boolean =>
  scale.kind === 'share' && direction === 'up';

/** Figures that differ from what is expected by less than a share of it, more or less: no news, however sure. */
export function figuresLike(expected: number, margin: number, yardstick: Pick<Yardstick, 'scale' | 'direction'>): Interval {
  const [less, more] = [1 / (1 + margin), 1 + margin];
  return countsFailures(yardstick)
    ? { low: 1 - more * (1 - expected), high: 1 - less * (1 - expected) }
    : { low: less * expected, high: more * expected };
}

const ordered = (a: number, b: number): { low: number; high: number } => ({ low: Math.min(a, b), high: Math.max(a, b) });

function ratioAt(figure: number, expected: number, yardstick: Yardstick): number {
  return countsFailures(yardstick) ? (1 - figure) / (1 - expected) : figure / expected;
}

/** The figure that a ratio makes of that of the city. */
export function adjustedAt(ratio: number, yardstick: Yardstick): number {
  const { city, scale } = yardstick;
  const figure = countsFailures(yardstick) ? 1 - ratio * (1 - city) : ratio * city;
  return scale.kind === 'share' ? Math.min(1, Math.max(0, figure)) : figure;
}

/** Observed over expected with its interval; `null` where nothing is expected. */
export function ratioOf({ value, expected, place, error, n }: Standing, yardstick: Yardstick): Estimated | null {
  if (!((countsFailures(yardstick) ? 1 - expected : expected) > 0)) return null;
  const { low, high } = figuresWithin(place, Z * error, (at) => figureAt(at, n, yardstick.scale));
  return {
    value: ratioAt(value, expected, yardstick),
    interval: ordered(ratioAt(low, expected, yardstick), ratioAt(high, expected, yardstick)),
  };
}

/** What the point would have with the work of the city. */
export function adjustedFrom(ratio: Estimated, yardstick: Yardstick): Estimated {
  const { low, high } = ratio.interval;
  return { value: adjustedAt(ratio.value, yardstick), interval: ordered(adjustedAt(low, yardstick), adjustedAt(high, yardstick)) };
}

/**
 * What is known of a point once the others are known: its adjusted figure drawn towards that of the city, the more the
 * larger chance is against real differences. Source: B. Efron, C. Morris, JASA 70 (1975) 311–319.
 */
export function shrunkOf(standing: Standing, { spread }: Dispersion, yardstick: Yardstick): (Estimated & { reliability: number }) | null {
  if (spread === null) return null;
  const variance = spread.tau ** 2;
  const reliability = variance / (variance + standing.error ** 2);
  const centre = standing.expectedPlace + spread.centre;
  const place = centre + reliability * (standing.place - centre);
  const at = (where: number): number => {
    const ratio = ratioAt(trueFigureAt(where, yardstick.scale), standing.expected, yardstick);
    return adjustedAt(ratio, yardstick);
  };
  const { low, high } = figuresWithin(place, Z * Math.sqrt(reliability) * standing.error, at);
  const value = at(place);
  return Number.isFinite(value) ? { value, interval: ordered(low, high), reliability } : null;
}
