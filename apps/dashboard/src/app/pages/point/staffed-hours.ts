import type { Answer, Value } from '@evenhand/domain';

/** The figures of an answer by half-hour. */
export const figuresByHalfHour = (answer: Answer | null, metric: string): ReadonlyMap<string, Value> =>
  new Map(
    (answer?.rows ?? []).flatMap(({ key, values }) => {
      const figure = values[metric];
      return key.half_hour == null || figure === undefined ? [] : [[key.half_hour, figure] as const];
    }),
  );

/** The half-hours that were staffed on at least half as many days as the one that was staffed most often: who stays behind once is no service hour. */
export function regularHalfHours(answer: Answer | null, metric: string): readonly string[] {
  const figures = [...figuresByHalfHour(answer, metric)];
  const most = Math.max(0, ...figures.map(([, { n }]) => n ?? 0));
  return figures
    .filter(([, { n }]) => (n ?? 0) * 2 >= most)
    .map(([halfHour]) => halfHour)
    .sort();
}
