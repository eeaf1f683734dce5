import type { ControlBucket, ControlMark } from '@evenhand/charts';
import type { TrendAnswer } from '@evenhand/contracts';
import { addDays, type Day, type TimeRange } from '@evenhand/domain';
import { isPartialWeek } from '../../data/periods';

export type TrendEntry = TrendAnswer['series'][number];
export type ChangeMark = TrendAnswer['changes'][number];

/** A week of a control chart; `null` where nothing was told. */
export interface ControlWeek {
  readonly week: Day;
  readonly entry: TrendEntry | null;
}

/** Every week from the first that was told to the last: one that is missing is a gap. */
export function weeksOf({ series }: Pick<TrendAnswer, 'series'>): readonly ControlWeek[] {
  // The first and the last period may be cut: a week begins on its Monday.
  const mondays = series.map((entry, index) => {
    const next = series[index + 1];
    return { entry, week: index === 0 && next !== undefined ? mondayBefore(entry.range, next.range) : entry.range.from };
  });
  const [first, last] = [mondays[0]?.week, mondays.at(-1)?.week];
  if (first === undefined || last === undefined) return [];
  const byWeek = new Map(mondays.map(({ week, entry }) => [week, entry]));
  const weeks: ControlWeek[] = [];
  for (let week = first; week <= last; week = addDays(week, 7)) weeks.push({ week, entry: byWeek.get(week) ?? null });
  return weeks;
}

/** The Monday of a first week that is cut, counted back from a whole one. */
function mondayBefore({ from }: TimeRange, next: TimeRange): Day {
  let week = next.from;
  while (week > from) week = addDays(week, -7);
  return week;
}

const MARKS = { better: 'better', worse: 'worse', higher: 'moved', lower: 'moved' } as const;

/** The shape of a week: what a rule calls special, and which way. */
export const markOf = (entry: TrendEntry | null): ControlMark => (entry?.verdict ? MARKS[entry.verdict] : 'usual');

export const bucketOf = ({ week, entry }: ControlWeek): ControlBucket => ({
  bucket: week,
  value: entry?.value.value ?? null,
  centre: entry?.centre ?? null,
  low: entry?.limits?.low ?? null,
  high: entry?.limits?.high ?? null,
  mark: markOf(entry),
});

/** The week in which a change began; `null` for one before the chart. */
export const weekOfChange = (weeks: readonly ControlWeek[], { day }: Pick<ChangeMark, 'day'>): Day | null =>
  weeks.findLast(({ week }) => week <= day)?.week ?? null;

/** True when the last week is cut short by the end of the range. */
export const isLastPartial = (weeks: readonly ControlWeek[], range: TimeRange): boolean => {
  const last = weeks.at(-1);
  return last !== undefined && isPartialWeek(last.week, range);
};

/** What the end of a control chart says. */
export interface ControlFinding {
  readonly kind: 'usual' | 'trial' | 'better' | 'worse' | 'moved';
  /** How many whole weeks at the end are special in this way, from the change on where there is one; of `usual`, how many there are. */
  readonly weeks: number;
  readonly last: TrendEntry;
  /** The change at or just before whose week the special weeks begin. */
  readonly since: ChangeMark | null;
}

type Charted = Pick<TrendAnswer, 'series' | 'changes' | 'recalculated'>;

/** Reads the end of a chart from the day on which limits were last counted anew, whole weeks only; `null` where none has a value. */
export function findingOf({ series, changes, recalculated }: Charted, range: TimeRange): ControlFinding | null {
  const anew = recalculated.at(-1) ?? '';
  const weeks = weeksOf({ series }).filter(({ week }) => addDays(week, 7) > anew);
  const whole = isLastPartial(weeks, range) ? weeks.slice(0, -1) : weeks;
  const told = whole.filter((one) => one.entry?.value.value != null);
  const last = told.at(-1)?.entry ?? null;
  if (last === null) return null;
  const mark = markOf(last);
  if (mark === 'usual') return { kind: last.isTrial ? 'trial' : 'usual', weeks: told.length, last, since: null };
  const before = told.findLastIndex(({ entry }) => markOf(entry) !== mark);
  const run = told.slice(before + 1);
  const since = changeAt(changes, run[0]?.week ?? null);
  const after = since === null ? run : run.filter(({ week }) => addDays(week, 7) > since.day);
  return { kind: mark, weeks: after.length, last, since };
}

/** The change that began in a week or in the one before it. */
const changeAt = (changes: readonly ChangeMark[], week: Day | null): ChangeMark | null =>
  week === null ? null : (changes.findLast(({ day }) => day >= addDays(week, -7) && day < addDays(week, 14)) ?? null);
