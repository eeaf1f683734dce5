import { httpResource } from '@angular/common/http';
import type { Benchmark, BenchmarkQuery } from '@evenhand/contracts';
import { addDays, startOfMonth, type TimeRange } from '@evenhand/domain';
import { type Asked, askedAgain } from './asked-again';
import type { CatalogMetric } from './city-facts';

const NEVER = (): null => null;

/** The whole months that a period touches: of others nothing smaller is told. */
export const wholeMonths = ({ from, to }: TimeRange): TimeRange => ({ from: startOfMonth(from), to: startOfMonth(addDays(to, -1), 1) });

/** True where a figure adds up over points, so that others can be taken together in it. */
export const addsUp = ({ kind }: Pick<CatalogMetric, 'kind'>): boolean => kind === 'rate' || kind === 'mean';

/** The own points beside others of whom none can be told; `null` waits. Call it while a component is being made. */
export const benchmarkOf = (wanted: () => BenchmarkQuery | null): Asked<Benchmark> =>
  askedAgain(
    httpResource<Benchmark>(() => {
      const params = wanted();
      return params === null ? undefined : { url: '/api/benchmark', params: { ...params } };
    }),
    NEVER,
  );

/** Where a figure lies to the middle half of the others. */
export type BesideBand = 'below' | 'within' | 'above';

/** Says where a value lies to a band; `null` where one of the two is missing. */
export function besideBand(value: number | null, band: Benchmark['band']): BesideBand | null {
  if (value === null || band === null) return null;
  return value < band.low ? 'below' : value > band.high ? 'above' : 'within';
}
