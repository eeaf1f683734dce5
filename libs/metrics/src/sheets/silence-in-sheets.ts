import { coverable } from '../coverage';
import type { ToldEntity } from '../facts/fact';
import type { ResultRow } from '../results';
import { SILENT_COLUMNS } from '../silence';
import type { Adding } from './added-up';
import { dayBuckets } from './buckets-of-days';
import { dayNumber } from './day-number';
import { Groups } from './groups';
import type { MonthSheet } from './month-sheet';
import { sumOf } from './totals';
import { Units } from './units';

/** The rows of `silenceOf` for one feed, from its judgement held in memory. */
export function silenceInSheets(
  entity: ToldEntity,
  judged: readonly MonthSheet[],
  { question, scope, places }: Omit<Adding, 'points'>,
): readonly ResultRow[] {
  const by = coverable(question.by);
  const [from, to] = [dayNumber(question.from), dayNumber(question.to)];
  const units = new Units({ by, where: question.where }, scope);
  const buckets = dayBuckets(by, question.where);
  const groups = new Groups();
  const totals = SILENT_COLUMNS.map(({ name }) => sumOf(name, name));
  const standing = places.map((place) => ({ ...place, unit: units.of(place) })).filter(({ unit }) => unit >= 0);
  for (const sheet of judged) {
    const takes = totals.map((total) => total.over(sheet));
    for (let day = Math.max(from, sheet.first); day < Math.min(to, sheet.end); day++) {
      const bucket = buckets.bucketOf(day);
      if (bucket < 0) continue;
      for (const place of standing) {
        if (day < place.from || day >= place.to || place.point >= sheet.width) continue;
        const cell = (day - sheet.first) * sheet.width + place.point;
        if (sheet.isTold[cell] === 0) continue;
        const group = groups.of(place.unit, bucket);
        for (const take of takes) take(group, cell);
      }
    }
  }
  const [days] = totals;
  const numbers = (group: number): ResultRow => Object.fromEntries(totals.map((total) => [total.name, total.valueOf(group)]));
  return groups
    .sorted(by, units.met, buckets.met)
    .filter(({ group }) => Number(days?.valueOf(group)) > 0)
    .map(({ group, key }) => ({ ...key, feed: entity, ...numbers(group) }));
}
