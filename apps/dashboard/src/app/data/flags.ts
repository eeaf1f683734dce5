import type { Direction, PointComparison } from '@evenhand/domain';
import type { FunnelMark } from '@evenhand/charts';
import { byNumber } from '../format/sort';

/** How a point stands against what is expected of it; most serious first. */
export const FLAGS = [
  'review',
  'look',
  'higher',
  'lower',
  'better',
  'as_expected',
  'too_few',
  'suppressed',
  'no_cases',
  'unknown',
] as const;
export type Flag = (typeof FLAGS)[number];

/** The flag of a point: what is worse than expected is to be reviewed, or looked at. */
export const flagOf = ({ verdict, flag }: Pick<PointComparison, 'verdict' | 'flag'>): Flag =>
  verdict === 'worse' ? (flag ?? 'look') : verdict;

const isIn = <T extends string>(list: readonly T[], flag: string): flag is T => (list as readonly string[]).includes(flag);
const UNCOMPARED = ['too_few', 'suppressed', 'no_cases', 'unknown'] as const;

/** True where nothing can be said of a point. */
export const isUncompared = (flag: Flag): boolean => isIn(UNCOMPARED, flag);

/** The colour role of a flag. */
export function flagTone(flag: Flag): 'worse' | 'watch' | 'better' | 'neutral' {
  if (flag === 'review') return 'worse';
  if (flag === 'look') return 'watch';
  return flag === 'better' ? 'better' : 'neutral';
}

/** The shape of a flag in a funnel. */
export function funnelMark(flag: Flag): FunnelMark {
  if (flag === 'higher' || flag === 'lower') return 'differs';
  return flag === 'review' || flag === 'look' || flag === 'better' ? flag : 'usual';
}

const figureOf = ({ adjusted, value }: PointComparison): number | null => adjusted?.value ?? value.value;

/** How serious the flag of a point is, 0 most: among equals what stood out before stands ahead of what did not. */
export const severityOf = (point: PointComparison): number => 2 * FLAGS.indexOf(flagOf(point)) + (point.isPersistent ? 0 : 1);

/** The most serious first, what stood out before ahead of what did not, and the worse figure ahead of the better one. */
export function bySeverity(points: readonly PointComparison[], direction: Direction): readonly PointComparison[] {
  return byNumber(byNumber(points, figureOf, direction !== 'up'), severityOf, false);
}

/** How many points are worse than expected, how many of them are to be reviewed, and how many were so before. */
export interface FlagCounts {
  readonly compared: number;
  readonly worse: number;
  readonly review: number;
  readonly persistent: number;
  readonly better: number;
}

export function flagCounts(points: readonly PointComparison[]): FlagCounts {
  const worse = points.filter(({ verdict }) => verdict === 'worse');
  return {
    compared: points.filter((point) => !isUncompared(flagOf(point))).length,
    worse: worse.length,
    review: worse.filter(({ flag }) => flag === 'review').length,
    persistent: worse.filter(({ isPersistent }) => isPersistent).length,
    better: points.filter(({ verdict }) => verdict === 'better').length,
  };
}
