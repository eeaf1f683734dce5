import type { Adjustment, Filter, Question, Scope, TimeRange, Value, View } from '@evenhand/domain';
import { wholeCity } from '@evenhand/domain';
import { beyondTheWall } from '@evenhand/warehouse';
import type { MetricAnswers } from '../metric-answers';
import type { MetricDefinition } from '../registry/definition';
import { countedOf, likeCounted } from './cell-source';
import { type Readings, scaleOf } from './readings';
import {
  type DayEffect,
  dayEffectOf,
  NO_DAY_EFFECT,
  type PointCells,
  type Scale,
  type Standing,
  standingOf,
  standingOfValue,
} from './standing';

/** Where comparisons get their numbers from. */
export interface Sources {
  readonly answers: MetricAnswers;
  readonly readings: Readings;
}

/** What is compared, as it was understood. */
export interface Subject {
  readonly metric: MetricDefinition;
  readonly adjust: Adjustment;
  readonly where: readonly Filter[];
  readonly asOf?: string | undefined;
  readonly view?: View | undefined;
}

/** Below so many cases a point is neither ranked nor flagged. */
export const LEAST_CASES = 30;
/** A point of which less was told takes part in no comparison: what is missing may be the bad days. */
export const LEAST_COMPARED = 0.8;

type Exclusion = 'unknown' | 'suppressed' | 'no_cases' | 'too_few';

/** Why a point takes no part; `null` when it does. */
export function exclusionOf({ reason, n, coverage }: Value): Exclusion | null {
  if (reason === 'suppressed' || reason === 'not_told') return 'suppressed';
  if (reason === 'unknown' || reason === 'no_data') return 'unknown';
  if (coverage !== null && coverage < LEAST_COMPARED) return 'unknown';
  if (reason !== null || n === null) return 'no_cases';
  return n < LEAST_CASES ? 'too_few' : null;
}

interface Asked {
  readonly range: TimeRange;
  readonly by: Question['by'];
  readonly where: readonly Filter[];
  readonly scope: Scope;
}

/** Values by the text of their key. */
export async function valuesOf({ answers }: Sources, { metric, asOf, view }: Subject, { range, by, where, scope }: Asked) {
  // The public is told of each month as it was known when it was told.
  const instant = view === 'public' ? undefined : asOf;
  const question: Question = { metrics: [metric.id], by, ...range, where, exact: false, asOf: instant, view };
  const { rows } = await answers.answer(question, scope);
  return rows.flatMap(({ key, values }) => {
    const value = values[metric.id];
    return value ? [{ key, value }] : [];
  });
}

/** The value of every point that can be named. */
export async function pointValues(sources: Sources, subject: Subject, asked: Omit<Asked, 'by'>): Promise<ReadonlyMap<string, Value>> {
  const found = await valuesOf(sources, subject, { ...asked, by: ['point'] });
  return new Map(found.flatMap(({ key, value }) => (key.point ? [[key.point, value] as const] : [])));
}

/** The same of the whole city, whoever asks: the yardstick is the same for everybody. */
export const valuesOfCity = (sources: Sources, subject: Subject, asked: Omit<Asked, 'scope'>): ReturnType<typeof valuesOf> =>
  beyondTheWall('held against the city', () => valuesOf(sources, subject, { ...asked, scope: wholeCity }));

/** The value of every point, whoever asks. */
export const allPointValues = (sources: Sources, subject: Subject, range: TimeRange): ReturnType<typeof pointValues> =>
  beyondTheWall('held against the city', () => pointValues(sources, subject, { range, where: subject.where, scope: wholeCity }));

/** The value of the whole city. */
export async function cityValue(sources: Sources, subject: Subject, range: TimeRange): Promise<Value> {
  const [found] = await valuesOfCity(sources, subject, { range, by: [], where: subject.where });
  if (!found) throw new Error(`Nobody answered "${subject.metric.id}" for the whole city`);
  return found.value;
}

export const scaleFor = ({ metric }: Subject): Scale => {
  const counted = countedOf(metric);
  return counted === null ? { kind: 'plain', scale: 1 } : scaleOf(counted);
};

/** Every point that takes part in one period, with how far chance moves it. */
export interface PeriodStandings {
  readonly standings: readonly Standing[];
  /** The figure of the city that the standings add up to. */
  readonly city: number | null;
}

/** What can be told about each period from counted cases; one entry per period. */
export async function countedStandings(
  { readings }: Sources,
  { metric, ...subject }: Subject,
  periods: readonly TimeRange[],
  dayEffect: DayEffect,
): Promise<PeriodStandings[] | null> {
  const computation = countedOf(metric);
  if (computation === null) return null;
  const scale = scaleOf(computation);
  const cells = await readings.cells({ ...subject, computation, periods });
  return cells.map((ofPeriod) => ({
    standings: ofPeriod
      .filter(({ n }) => n >= LEAST_CASES)
      .map((cell) => standingOf(cell, scale, dayEffect))
      .filter((standing) => standing !== null),
    city: cityOf(ofPeriod, scale),
  }));
}

function cityOf(cells: readonly PointCells[], scale: Scale): number | null {
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  if (n === 0) return null;
  const mean = cells.reduce((sum, { amount }) => sum + amount, 0) / n;
  return scale.kind === 'plain' ? mean / scale.scale : mean;
}

/** The same from figures and their intervals, around the figure of the city. */
export const valueStandings = (values: ReadonlyMap<string, Value>, { value: city }: Value, dayEffect: DayEffect): PeriodStandings => ({
  city,
  standings:
    city === null
      ? []
      : [...values]
          .filter(([, value]) => exclusionOf(value) === null)
          .map(([point, value]) => standingOfValue(point, value, city, dayEffect))
          .filter((standing) => standing !== null),
});

/** How much more days scatter than cases would; not at all where nothing like it can be added up. */
export async function dayEffectFor({ readings }: Sources, { metric, ...subject }: Subject, range: TimeRange): Promise<DayEffect> {
  const computation = likeCounted(metric);
  if (computation === null) return NO_DAY_EFFECT;
  const [days = []] = await readings.days({ ...subject, computation, periods: [range] });
  return dayEffectOf(days);
}
