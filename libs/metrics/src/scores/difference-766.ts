import type { PointsRange } from '@evenhand/domain';
import type { Counted766 } from './score-766';

/** What the portal publishes of a group or an indicator. */
export interface Published766 {
  readonly score: number;
  readonly max: number;
  readonly met: number | null;
  readonly of: number | null;
  /** The day of publication. */
  readonly publishedOn: string;
}

/** How the published score stands to ours. */
export type Verdict766 = 'agrees' | 'within' | 'higher' | 'lower';

/** Why they may differ. */
export interface Reason766 {
  /**
   * `rounding`: the portal rounds. `unknown`: so many points of ours depend on what no feed told. `given`: so many points do
   * not depend on any case. `cases`: the portal counts other cases.
   */
  readonly id: 'rounding' | 'unknown' | 'given' | 'cases';
  /** Points that it accounts for, at most; `null` where that cannot be said. */
  readonly points: number | null;
}

export interface Difference766 {
  readonly verdict: Verdict766;
  /** Published less ours: less the nearer bound where ours is a range, 0 inside of it. */
  readonly points: number;
  readonly reasons: readonly Reason766[];
}

/** The portal's own figures can be reproduced this far. */
const TOLERANCE = 0.015;

/** What ours rests on. */
export interface Ours766 {
  readonly points: PointsRange;
  /** Points that do not depend on any case. */
  readonly given: number;
  /** The cases, where one indicator is compared. */
  readonly counted: Counted766 | null;
}

function verdictOf({ low, high }: PointsRange, gap: number): Verdict766 {
  if (Math.abs(gap) > TOLERANCE) return gap > 0 ? 'higher' : 'lower';
  return high - low <= TOLERANCE ? 'agrees' : 'within';
}

const countsOthers = ({ met, of }: Published766, counted: Counted766 | null): boolean =>
  counted !== null && met !== null && of !== null && (met !== counted.met || of !== counted.of);

/** Holds a published score against ours and says what may explain the difference. */
export function difference766({ points, given, counted }: Ours766, published: Published766): Difference766 {
  const { score } = published;
  const gap = score < points.low ? score - points.low : Math.max(0, score - points.high);
  const width = points.high - points.low;
  const isRounded = gap !== 0 && Math.abs(gap) <= TOLERANCE;
  const reasons: Reason766[] = [
    ...(isRounded ? [{ id: 'rounding', points: Math.abs(gap) } as const] : []),
    ...(width > TOLERANCE ? [{ id: 'unknown', points: width } as const] : []),
    ...(countsOthers(published, counted) ? [{ id: 'cases', points: null } as const] : []),
    ...(given > 0 ? [{ id: 'given', points: given } as const] : []),
  ];
  return { verdict: verdictOf(points, gap), points: gap, reasons };
}
