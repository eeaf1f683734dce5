import { type Stretch, type StretchOutcome, throughTheDay } from './through-the-day';

/** What a day becomes when the number of counters changes in one stretch: less than 0 is better for the people who come. */
export interface DayChange {
  /** Minutes that all people of the day wait more or less, together. */
  readonly waitedMinutes: number;
  /** How many more or fewer wait longer than the limit. */
  readonly over: number;
  /** How many of the day waited longer than the limit before. */
  readonly overBefore: number;
  /** People who come in the stretch. */
  readonly people: number;
  /** The mean wait of those who come in the stretch, before and after. */
  readonly before: number;
  readonly after: number;
}

const total = (outcomes: readonly StretchOutcome[], of: 'waitedMinutes' | 'over'): number =>
  outcomes.reduce((sum, outcome) => sum + outcome[of], 0);

const meanWait = (outcome: StretchOutcome | undefined): number =>
  outcome === undefined || outcome.people === 0 ? 0 : outcome.waitedMinutes / outcome.people;

/** The same day with more (or, below 0, fewer) officers in one of its stretches; somebody always stays. */
export function changedDay(
  day: readonly Stretch[],
  { at, officers, limit }: { readonly at: number; readonly officers: number; readonly limit: number },
): DayChange {
  const changed = day.map((stretch, index) =>
    index === at ? { ...stretch, counters: Math.max(1, stretch.counters + officers) } : stretch,
  );
  const [before, after] = [throughTheDay(day, limit), throughTheDay(changed, limit)];
  return {
    waitedMinutes: total(after, 'waitedMinutes') - total(before, 'waitedMinutes'),
    over: total(after, 'over') - total(before, 'over'),
    overBefore: total(before, 'over'),
    people: before[at]?.people ?? 0,
    before: meanWait(before[at]),
    after: meanWait(after[at]),
  };
}
