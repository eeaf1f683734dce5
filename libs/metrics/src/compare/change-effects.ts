import {
  addDays,
  type BeforeAfter,
  type ChangeEffect,
  type ChangeEffects,
  type ChangeEffectsRequest,
  type Day,
  type Direction,
  type EffectVerdict,
  type Label,
  type Scope,
  type TimeRange,
  weekdayOf,
} from '@evenhand/domain';
import { changeEffect } from '@evenhand/statistics';
import { metricNamed } from '../registry/registry';
import { type ChangedPoints, checkComparable } from './readings';
import { LEAST_COMPARED, type Sources, type Subject, valuesOfCity } from './subject';
import { EFFECT_LABELS } from './wording';

/** So many whole weeks are looked at on either side of a change. */
const WEEKS = 8;
/** Below so many weeks on a side their scatter is a guess. */
const LEAST_WEEKS = 4;
/** Below so many unchanged points the city beside them is no yardstick. */
const LEAST_OTHERS = 5;
const WEEK = 7;

/** The whole weeks before a change and those after it. */
interface Window extends TimeRange {
  readonly beforeTo: Day;
  readonly afterFrom: Day;
}

const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** The week in which a change begins belongs to neither side, unless it begins on its Monday. */
export function windowOf({ day, ended }: Pick<ChangedPoints, 'day' | 'ended'>): Window {
  const beforeTo = mondayOf(day);
  const afterFrom = beforeTo === day ? day : addDays(beforeTo, WEEK);
  const last = addDays(afterFrom, WEEKS * WEEK);
  const end = ended === null ? last : mondayOf(ended);
  return { from: addDays(beforeTo, -WEEKS * WEEK), beforeTo, afterFrom, to: end < last ? end : last };
}

type Weekly = ReadonlyMap<string, number>;

/** The value of some points taken together, by week; weeks of which too little was told are left out. */
async function weeklyOf(sources: Sources, subject: Subject, range: TimeRange, points: readonly string[]): Promise<Weekly> {
  const where = [{ dimension: 'point' as const, values: points }];
  const found = await valuesOfCity(sources, subject, { range, by: ['week'], where });
  return new Map(
    found.flatMap(({ key, value }) =>
      key.week && value.value !== null && (value.coverage ?? 1) >= LEAST_COMPARED ? [[key.week, value.value] as const] : [],
    ),
  );
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const verdictOf = ({ low, high }: { readonly low: number; readonly high: number }, direction: Direction): EffectVerdict => {
  if (low <= 0 && high >= 0) return 'cannot_tell';
  if (direction === 'none') return low > 0 ? 'higher' : 'lower';
  return low > 0 === (direction === 'up') ? 'better' : 'worse';
};

interface Held {
  readonly change: ChangedPoints;
  readonly others: readonly string[];
}

type Measured = Pick<ChangeEffect, 'weeks' | 'here' | 'elsewhere' | 'effect' | 'verdict' | 'label'>;

const cannotTell = (label: Label, weeks = { before: 0, after: 0 }): Measured => ({
  ...{ weeks, here: null, elsewhere: null, effect: null, verdict: 'cannot_tell', label },
});

async function measure(sources: Sources, subject: Subject, { change, others }: Held): Promise<Measured> {
  if (change.points.length === 0) return cannotTell(EFFECT_LABELS.whole_city);
  if (others.length < LEAST_OTHERS) return cannotTell(EFFECT_LABELS.no_others);
  const window = windowOf(change);
  if (window.to <= window.afterFrom) return cannotTell(EFFECT_LABELS.too_few_weeks);
  const [here, elsewhere] = await Promise.all([change.points, others].map((points) => weeklyOf(sources, subject, window, points)));
  const weeks = [...(here ?? [])].flatMap(([week, value]) => {
    const other = elsewhere?.get(week);
    return other === undefined ? [] : [{ week, here: value, elsewhere: other }];
  });
  const [before, after] = [weeks.filter(({ week }) => week < window.beforeTo), weeks.filter(({ week }) => week >= window.afterFrom)];
  const counts = { before: before.length, after: after.length };
  if (before.length < LEAST_WEEKS || after.length < LEAST_WEEKS) return cannotTell(EFFECT_LABELS.too_few_weeks, counts);
  const sidesOf = (side: 'here' | 'elsewhere'): BeforeAfter => ({
    before: meanOf(before.map((one) => one[side])),
    after: meanOf(after.map((one) => one[side])),
  });
  const apart = (one: (typeof weeks)[number]): number => one.here - one.elsewhere;
  const effect = changeEffect(before.map(apart), after.map(apart));
  const verdict = effect === null ? 'cannot_tell' : verdictOf(effect.interval, subject.metric.direction);
  return { weeks: counts, here: sidesOf('here'), elsewhere: sidesOf('elsewhere'), effect, verdict, label: EFFECT_LABELS[verdict] };
}

const isSeen = ({ points }: ChangedPoints, scope: Scope): boolean =>
  scope.points === 'all' || points.every((point) => scope.points.includes(point));

/** Points that nothing was done at while the weeks of a change ran. */
function unchanged(all: readonly string[], changes: readonly ChangedPoints[], { from, to }: TimeRange): readonly string[] {
  const changed = new Set(changes.flatMap(({ day, points }) => (day >= from && day < to ? points : [])));
  return all.filter((point) => !changed.has(point));
}

/**
 * What each change that began in the range did to a metric, by difference in differences: how the points it was made at moved,
 * less how the points moved at which nothing was done. Changes at points outside the scope are not shown.
 */
export async function changeEffectsOf(sources: Sources, request: ChangeEffectsRequest, scope: Scope): Promise<ChangeEffects> {
  const { from, to, asOf } = request;
  const metric = metricNamed(request.metric, 'metric');
  checkComparable(metric);
  const subject: Subject = { metric, adjust: 'none', where: [], asOf };
  const reach = (WEEKS + 1) * WEEK;
  const around = { from: addDays(from, -reach), to: addDays(to, reach) };
  const [all, known] = await Promise.all([sources.readings.changedPoints(around), sources.readings.branches({ from, to })]);
  const seen = all.filter((change) => change.day >= from && change.day < to && isSeen(change, scope));
  const changes: ChangeEffect[] = [];
  for (const change of seen) {
    const others = change.points.length === 0 ? [] : unchanged([...known.keys()], all, windowOf(change));
    const { day, ended, kind, vi, en, points } = change;
    const mark = { day, to: ended, kind, title: { vi, en }, isWholeCity: points.length === 0 };
    changes.push({ change: mark, points, others: others.length, ...(await measure(sources, subject, { change, others })) });
  }
  return { metric: metric.id, changes };
}
