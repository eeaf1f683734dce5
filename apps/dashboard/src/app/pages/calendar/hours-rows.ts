import type { RegisterEntry, WeekdayHours } from '@evenhand/contracts';
import type { Day } from '@evenhand/domain';

/** The hours of a week at a point, or in the whole city, that hold from one day to another. */
export interface HoursRow {
  readonly point: string | null;
  readonly from: Day;
  /** Day from which they hold no more. */
  readonly to: Day | null;
  /** By weekday from Monday on, each stretch a text; `null` where nothing of its own is said. */
  readonly week: readonly (readonly string[] | null)[];
}

const isHours = (content: RegisterEntry['content']): content is WeekdayHours => 'weekday' in content;

const textsOf = ({ stretches }: WeekdayHours): string[] => stretches.map(({ opensAt, closesAt }) => `${opensAt}–${closesAt}`);

const keyOf = ({ pointCode, validFrom, validTo }: WeekdayHours): string => `${pointCode ?? ''}/${validFrom}/${validTo ?? ''}`;

const rowOf = (hours: readonly WeekdayHours[], { pointCode, validFrom, validTo }: WeekdayHours): HoursRow => {
  const on = (weekday: number): WeekdayHours | undefined => hours.find((one) => one.weekday === weekday);
  return {
    point: pointCode,
    from: validFrom,
    to: validTo,
    week: [1, 2, 3, 4, 5, 6, 7].map(on).map((one) => (one === undefined ? null : textsOf(one))),
  };
};

/** Opening hours as weeks: those of the whole city first, then by point, the latest first. */
export function hoursRows(entries: readonly RegisterEntry[]): readonly HoursRow[] {
  const hours = entries.flatMap(({ content }) => (isHours(content) ? [content] : []));
  const groups = new Map<string, WeekdayHours[]>();
  for (const one of hours) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()]
    .flatMap((group) => group.slice(0, 1).map((first) => rowOf(group, first)))
    .sort((a, b) => (a.point ?? '').localeCompare(b.point ?? '') || b.from.localeCompare(a.from));
}
