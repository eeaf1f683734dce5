import type { Estimated, Scatter, Unit } from '@evenhand/domain';
import { profiledSpread, spreadBounds } from '@evenhand/statistics';
import type { Assessment } from './assess';
import type { Standing } from './standing';
import { spreadLabel } from './wording';

/** How far points lie from what is expected of them, in the unit of the metric. */
export const unitDeviations = (standings: readonly Standing[]) =>
  standings.map(({ value, expected, unitError }) => ({ value: value - expected, standardError: unitError }));

/** The standard deviation of the true figures in the unit of the metric, with its interval. */
export function realSpreadOf(standings: readonly Standing[]): Estimated | null {
  const estimates = unitDeviations(standings);
  const [value, interval] = [profiledSpread(estimates), spreadBounds(estimates)];
  return value === null || interval === null ? null : { value, interval };
}

/** Whether the figures may all be the same but for chance: the interval of what remains without it begins at 0. */
export const mayBeChance = (standings: readonly Standing[]): boolean => (realSpreadOf(standings)?.interval.low ?? 0) === 0;

/** What is said of the scatter of the points that were compared. */
export function scatterOf({ dispersion, points }: Assessment, dayEffect: number, unit: Unit): Scatter {
  const real = realSpreadOf(points);
  return { points: points.length, dayEffect, phi: dispersion.phi, real, label: spreadLabel(real?.value ?? null, unit) };
}
