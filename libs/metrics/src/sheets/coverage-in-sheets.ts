import { coverable, expectedName, observedName } from '../coverage';
import { isGrain } from '../compile/buckets';
import type { ToldEntity } from '../facts/fact';
import type { ResultRow } from '../results';
import type { Adding } from './added-up';
import { dayBuckets } from './buckets-of-days';
import { dayNumber, type DayNumber } from './day-number';
import { dayOfFeed, type FeedSheets } from './feed-cells';
import { Groups } from './groups';
import type { Place, Registers } from './registers';
import { Units } from './units';

/** One feed with the last day of which it could have told. */
export interface ExpectedFeed extends FeedSheets {
  readonly entity: ToldEntity;
}

const between = (days: readonly DayNumber[], from: DayNumber, to: DayNumber): readonly DayNumber[] =>
  days.filter((day) => day >= from && day < to);

/** The rows of `coverageOf`, from what is held in memory; a place for each stay of a point. */
export function coverageInSheets(
  feeds: readonly ExpectedFeed[],
  { places, workingDays, knownUntil }: Registers,
  { question, scope }: Pick<Adding, 'question' | 'scope'>,
): readonly ResultRow[] {
  const by = coverable(question.by);
  const [from, to] = [dayNumber(question.from), dayNumber(question.to)];
  const units = new Units({ by, where: question.where }, scope);
  const buckets = dayBuckets(by, question.where);
  const groups = new Groups();
  const days = between(workingDays, from, to).flatMap((day) => {
    const bucket = buckets.bucketOf(day);
    return bucket < 0 ? [] : [{ day, bucket }];
  });
  const counts = feeds.map(({ entity, ...sheets }) => ({
    entity,
    feed: dayOfFeed(sheets),
    until: knownUntil.get(entity) ?? -Infinity,
    expected: [] as number[],
    observed: [] as number[],
  }));
  const look = (group: number, day: DayNumber, { point }: Place): void => {
    for (const { feed, until, expected, observed } of counts) {
      if (day > until || !feed.isAwaited(day, point)) continue;
      expected[group] = (expected[group] ?? 0) + 1;
      if (feed.isObserved(day, point)) observed[group] = (observed[group] ?? 0) + 1;
    }
  };
  // A point without any working day in the range has a row of its own, a bucket without any has none. All days are in bucket 0 then.
  const isThere = !by.some(isGrain);
  for (const place of places) {
    if (place.from >= to || place.to <= from) continue;
    const unit = units.of(place);
    if (unit < 0) continue;
    if (isThere) groups.of(unit, 0);
    for (const { day, bucket } of days) if (day >= place.from && day < place.to) look(groups.of(unit, bucket), day, place);
  }
  if (by.length === 0 && groups.size === 0) groups.of(0, 0);
  return groups.sorted(by, units.met, buckets.met).map(({ group, key }) => ({
    ...key,
    ...Object.fromEntries(
      counts.flatMap(({ entity, expected, observed }) => [
        [expectedName(entity), expected[group] ?? 0],
        [observedName(entity), observed[group] ?? 0],
      ]),
    ),
  }));
}
