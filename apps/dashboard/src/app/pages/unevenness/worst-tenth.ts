import type { Unevenness, UnevennessPeriod } from '@evenhand/domain';

/** A point of the tenth that is worst for the people served, and how long it has been so. */
export interface BehindPoint {
  readonly point: string;
  /** In how many periods of the series it was among the worst tenth. */
  readonly times: number;
  /** Whether it was so when the series of changes begins; `null` where nobody asked. */
  readonly wasThen: boolean | null;
}

/** The worst tenth of a period, worst first, against the series. */
export function worstTenth(
  { worstTenth }: UnevennessPeriod,
  { series, since }: Pick<Unevenness, 'series' | 'since'>,
): readonly BehindPoint[] {
  const then = since === null ? undefined : series.find(({ range }) => range.from <= since.day && since.day < range.to);
  return worstTenth.map((point) => ({
    point,
    times: series.filter((period) => period.worstTenth.includes(point)).length,
    wasThen: then === undefined ? null : then.worstTenth.includes(point),
  }));
}

/** In how many periods of a series a worst tenth could be told at all. */
export const toldPeriods = (series: Unevenness['series']): number => series.filter(({ worstTenth }) => worstTenth.length > 0).length;
