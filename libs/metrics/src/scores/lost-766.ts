import type { Cause766 } from './evidence-766';
import type { IndicatorScore } from './score-766';

/** Points that one cause costs. */
export interface LostByCause extends Cause766 {
  readonly points: number;
}

/**
 * Points lost for sure, shared out among the causes by their cases: up to a threshold below 100 % not every case that misses
 * costs points, and nobody can say which of them do not.
 */
export function lostByCause({ indicator, points, ground }: IndicatorScore, causes: readonly Cause766[]): LostByCause[] {
  const lost = indicator.max - points.high;
  const cases = causes.reduce((sum, one) => sum + one.cases, 0);
  if (ground !== 'measured' || lost <= 1e-9 || cases === 0) return [];
  return causes.map((one) => ({ ...one, points: (lost * one.cases) / cases })).sort((a, b) => b.points - a.points);
}
