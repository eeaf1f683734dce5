import {
  because,
  type CityMeasure,
  type Closing,
  type Grain,
  InvalidQuery,
  type Label,
  type Scope,
  type TimeRange,
  type Unevenness,
  type UnevennessMeasure,
  type UnevennessPeriod,
  type UnevennessRequest,
  type Value,
} from '@evenhand/domain';
import { metricNamed } from '../registry/registry';
import { adjustedAt, ratioOf, shrunkOf, type Yardstick } from './adjusted';
import { dispersionOf, LEAST_POINTS } from './assess';
import {
  mixMeasure,
  type PointFigure,
  realSpreadMeasure,
  spreadChange,
  spreadMeasures,
  standardMeasure,
  tenthsOf,
  theilMeasures,
  without,
  worstTenthMeasure,
} from './city-measures';
import { type Period, periodsOf } from './periods';
import { caseFilters, checkComparable, possibleAdjustment } from './readings';
import type { Standing } from './standing';
import {
  countedStandings,
  dayEffectFor,
  exclusionOf,
  type PeriodStandings,
  scaleFor,
  type Sources,
  type Subject,
  valuesOfCity,
  valueStandings,
} from './subject';
import { mayBeChance } from './scatter';
import { CLOSING_LABELS, MEASURE_LABELS, NOTES, REASONS } from './wording';

/** What was told of one period. */
interface Told {
  readonly range: TimeRange;
  readonly city: Value;
  readonly values: ReadonlyMap<string, Value>;
  readonly standings: readonly Standing[];
  readonly crude: readonly Standing[];
  readonly pooled: number;
}

interface Setting {
  readonly subject: Subject;
  readonly branches: ReadonlyMap<string, string>;
  readonly draws: number;
}

const WHOLE_DRAWS = 200;
const SERIES_DRAWS = 60;

function figuresOf({ standings, pooled }: Told, { subject, branches }: Setting): PointFigure[] {
  const yardstick: Yardstick = { scale: scaleFor(subject), direction: subject.metric.direction, city: pooled };
  return standings.map((standing) => {
    const ratio = subject.adjust === 'none' ? null : ratioOf(standing, yardstick);
    const figure = ratio === null ? standing.value : adjustedAt(ratio.value, yardstick);
    return { point: standing.point, figure, n: standing.n, error: standing.unitError, branch: branches.get(standing.point) };
  });
}

/**
 * The tenth that is worst for the people served, by what is known of each point once the others are known. Where chance alone
 * may have made all differences, somebody must be last, and nobody is to blame: there is no such tenth.
 */
function worstTenth({ standings, pooled }: Told, { subject: { metric, ...subject } }: Setting): string[] {
  if (metric.direction === 'none' || standings.length < LEAST_POINTS || mayBeChance(standings)) return [];
  const yardstick: Yardstick = { scale: scaleFor({ metric, ...subject }), direction: metric.direction, city: pooled };
  const dispersion = dispersionOf(standings);
  const sign = metric.direction === 'down' ? 1 : -1;
  return standings
    .map((standing) => ({ point: standing.point, bad: sign * (shrunkOf(standing, dispersion, yardstick)?.value ?? pooled) }))
    .toSorted((a, b) => b.bad - a.bad || (a.point < b.point ? -1 : 1))
    .slice(0, Math.ceil(standings.length / 10))
    .map(({ point }) => point);
}

function measuresOf(told: Told, setting: Setting, worst: readonly string[]): Record<UnevennessMeasure, CityMeasure> {
  const { metric, adjust } = setting.subject;
  const units = figuresOf(told, setting);
  const isRelative = !(metric.unit === 'share' && metric.direction === 'up');
  const spreading = { units, city: told.pooled, unit: metric.unit, isRelative, draws: setting.draws };
  return {
    ...spreadMeasures(spreading),
    ...theilMeasures(spreading),
    real_spread: realSpreadMeasure(told.standings, metric.unit),
    explained_by_mix:
      adjust === 'none' ? without(REASONS.no_strata, MEASURE_LABELS.explained_by_mix) : mixMeasure(told.crude, told.standings),
    gap_to_standard: standardMeasure(told.city, metric.standard, metric.unit),
    worst_tenth_gap: worstTenthMeasure(
      units.filter(({ point }) => worst.includes(point)),
      told.pooled,
      metric.unit,
      told.standings,
    ),
  };
}

function periodOf(told: Told, setting: Setting): UnevennessPeriod {
  const worst = worstTenth(told, setting);
  const tenths = tenthsOf(
    figuresOf(told, setting)
      .map(({ figure }) => figure)
      .sort((a, b) => a - b),
  );
  const excluded = (why: 'unknown' | 'too_few'): string[] =>
    [...told.values].filter(([, value]) => exclusionOf(value) === why).map(([point]) => point);
  return {
    ...{ range: told.range, city: told.city, points: told.standings.length, unknown: excluded('unknown'), tooFew: excluded('too_few') },
    ...{ low: tenths?.low ?? null, high: tenths?.high ?? null },
    ...{ measures: measuresOf(told, setting, worst), worstTenth: worst },
  };
}

const takingPart = ({ standings }: PeriodStandings, values: ReadonlyMap<string, Value>): Standing[] =>
  standings.filter(({ point }) => {
    const value = values.get(point);
    return value !== undefined && exclusionOf(value) === null;
  });

type Keyed = Awaited<ReturnType<typeof valuesOfCity>>;

/** Values by the key of their period, then by point. */
function splitValues(found: Keyed, grain: Grain): ReadonlyMap<string, ReadonlyMap<string, Value>> {
  const periods = new Map<string, Map<string, Value>>();
  for (const { key, value } of found) {
    const [period, point] = [key[grain], key.point];
    if (!period || !point) continue;
    const own = periods.get(period) ?? new Map<string, Value>();
    own.set(point, value);
    periods.set(period, own);
  }
  return periods;
}

interface Reading {
  readonly periods: readonly Period[];
  readonly cities: readonly (Value | undefined)[];
  readonly values: readonly ReadonlyMap<string, Value>[];
}

async function readPeriods(
  sources: Sources,
  subject: Subject,
  { range, grain }: { range: TimeRange; grain: Grain | null },
): Promise<Reading> {
  const asked = { range, where: subject.where };
  if (grain === null) {
    const [points, [city]] = await Promise.all([
      valuesOfCity(sources, subject, { ...asked, by: ['point'] }),
      valuesOfCity(sources, subject, { ...asked, by: [] }),
    ]);
    const values = new Map(points.flatMap(({ key, value }) => (key.point ? [[key.point, value] as const] : [])));
    return { periods: [{ key: '', range }], cities: [city?.value], values: [values] };
  }
  const periods = periodsOf(range, grain);
  const [points, cities] = await Promise.all([
    valuesOfCity(sources, subject, { ...asked, by: ['point', grain] }),
    valuesOfCity(sources, subject, { ...asked, by: [grain] }),
  ]);
  const values = splitValues(points, grain);
  return {
    periods,
    cities: periods.map(({ key }) => cities.find((one) => one.key[grain] === key)?.value),
    values: periods.map(({ key }) => values.get(key) ?? new Map<string, Value>()),
  };
}

async function toldOf(
  sources: Sources,
  subject: Subject,
  asked: { range: TimeRange; grain: Grain | null },
  whole: TimeRange,
): Promise<Told[]> {
  const [reading, dayEffect] = await Promise.all([readPeriods(sources, subject, asked), dayEffectFor(sources, subject, whole)]);
  const ranges = reading.periods.map(({ range }) => range);
  const [adjusted, crude] = await Promise.all([
    countedStandings(sources, subject, ranges, dayEffect),
    subject.adjust === 'none' ? null : countedStandings(sources, { ...subject, adjust: 'none' }, ranges, dayEffect),
  ]);
  return ranges.flatMap((range, index) => {
    const [city, values = new Map<string, Value>()] = [reading.cities[index], reading.values[index]];
    if (!city) return [];
    const period = adjusted?.[index] ?? valueStandings(values, city, dayEffect);
    return {
      ...{ range, city, values, standings: takingPart(period, values), pooled: period.city ?? city.value ?? 0 },
      crude: crude?.[index] ? takingPart(crude[index], values) : [],
    };
  });
}

function closingOf({ value, interval }: CityMeasure): Closing {
  if (value === null || interval === null) return 'cannot_tell';
  return interval.high < 0 ? 'closes' : interval.low > 0 ? 'widens' : 'cannot_tell';
}

function sinceOf(told: readonly Told[], day: string): Unevenness['since'] {
  const first = told.find(({ range }) => range.from <= day && day < range.to);
  const last = told.findLast(({ standings }) => standings.length >= LEAST_POINTS);
  if (!first || !last) return null;
  const change = spreadChange(first.standings, last.standings, MEASURE_LABELS.real_spread);
  const verdict = closingOf(change);
  return { day, change, verdict, label: CLOSING_LABELS[verdict] };
}

const notesFor = ({ adjust }: Subject, asked: Subject['adjust']): Label[] =>
  adjust === asked ? [NOTES.against_the_city].filter(() => adjust !== 'none') : [REASONS.no_strata];

/** How uneven the whole city is; points are named only to those who may see them. Throws InvalidQuery. */
export async function cityUnevenness(sources: Sources, request: UnevennessRequest, scope: Scope): Promise<Unevenness> {
  const metric = metricNamed(request.metric, 'metric');
  checkComparable(metric);
  const range = { from: request.from, to: request.to };
  if (request.since !== undefined && (request.since < range.from || request.since >= range.to))
    throw new InvalidQuery(
      'since',
      `"${request.since}" lies outside the range from ${range.from} to ${range.to}.`,
      because('day_outside', { value: request.since, from: range.from, to: range.to }),
    );
  const subject: Subject = {
    metric,
    adjust: possibleAdjustment(metric, request.adjust),
    where: caseFilters(request.where),
    asOf: request.asOf,
    view: request.view,
  };
  const [[whole], series, branches] = await Promise.all([
    toldOf(sources, subject, { range, grain: null }, range),
    toldOf(sources, subject, { range, grain: request.grain }, range),
    sources.readings.branches(range),
  ]);
  if (!whole) throw new InvalidQuery('from', 'Nothing is known of this range.', because('nothing_known'));
  const inScope = (period: UnevennessPeriod): UnevennessPeriod => named(period, scope);
  return {
    ...{ metric: metric.id, adjust: subject.adjust, grain: request.grain },
    whole: inScope(periodOf(whole, { subject, branches, draws: WHOLE_DRAWS })),
    series: series.map((told) => inScope(periodOf(told, { subject, branches, draws: SERIES_DRAWS }))),
    since: request.since === undefined ? null : sinceOf(series, request.since),
    notes: notesFor(subject, request.adjust),
  };
}

function named(period: UnevennessPeriod, { points }: Scope): UnevennessPeriod {
  if (points === 'all') return period;
  const own = (codes: readonly string[]): string[] => codes.filter((code) => points.includes(code));
  return { ...period, unknown: own(period.unknown), tooFew: own(period.tooFew), worstTenth: own(period.worstTenth) };
}
