import { addDays, type Answer, type TimeRange } from '@evenhand/domain';
import type { KnownDays } from './periods';

/** The feed that is looked at: every point that serves people sends tickets. */
export const SILENCE_METRIC = 'tickets';

const WEEK = 7;

/** The last week of a period as far as data is known: all working days of one week; `null` before the data begins. */
export function lastWeekOf({ from, to }: TimeRange, { lastDay }: KnownDays): TimeRange | null {
  const known = addDays(lastDay, 1);
  const end = to < known ? to : known;
  const start = addDays(end, -WEEK);
  return end <= from ? null : { from: start < from ? from : start, to: end };
}

/** Points of which data was expected and none came; where nothing was expected, as on holidays, nobody is silent. */
export const silentPoints = (answer: Answer | null): readonly string[] =>
  (answer?.rows ?? []).flatMap(({ key, values }) => (key.point != null && values[SILENCE_METRIC]?.coverage === 0 ? [key.point] : []));
