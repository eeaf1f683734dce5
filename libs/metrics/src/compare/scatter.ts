import type { Estimated, Scatter, Unit } from '@evenhand/domain';
import { type RealSpread, realSpread, spreadBounds } from '@evenhand/statistics';
import type { Assessment } from './assess';
import type { Standing } from './standing';
import { spreadLabel } from './wording';

/** How far points lie from what is expected of them, in the unit of the metric. */
export const unitDeviations = (standings: readonly Standing[]) =>
  standings.map(({ value, expected, unitError }) => ({ value: value - expected, standardError: unitError }));

/** The real spread in the unit of the metric. */
export const unitSpread = (standings: readonly Standing[]): RealSpread | null => realSpread(unitDeviations(standings));

/** The same with its interval. */
export function realSpreadOf(standings: readonly Standing[]): Estimated | null {
  const [spread, interval] = [unitSpread(standings), spreadBounds(unitDeviations(standings))];
  return spread === null || interval === null ? null : { value: spread.tau, interval };
}

/** What is said of the scatter of the points that were compared. */
export function scatterOf({ dispersion, points }: Assessment, dayEffect: number, unit: Unit): Scatter {
  const real = realSpreadOf(points);
  return { points: points.length, dayEffect, phi: dispersion.phi, real, label: spreadLabel(real?.value ?? null, unit) };
}
