import {
  type Adjustment,
  type Comparison,
  type ComparisonRequest,
  type Direction,
  type FlagLevel,
  type Label,
  type PointComparison,
  previous,
  type Scope,
  type Value,
  type Verdict,
} from '@evenhand/domain';
import type { RankSet } from '@evenhand/statistics';
import { metricNamed } from '../registry/registry';
import { adjustedFrom, ratioOf, shrunkOf, type Yardstick } from './adjusted';
import { assess, type Assessed, type Assessment, LEAST_POINTS, placesOf } from './assess';
import { cellSource, countedOf } from './cell-source';
import { peersOf, type PointMix } from './peers';
import { caseFilters, checkComparable, possibleAdjustment } from './readings';
import { scatterOf } from './scatter';
import {
  allPointValues,
  cityValue,
  countedStandings,
  dayEffectFor,
  exclusionOf,
  type PeriodStandings,
  pointValues,
  scaleFor,
  type Sources,
  type Subject,
  valueStandings,
} from './subject';
import { NOTES, REASONS, sentenceFor, STRATUM_LABELS, VERDICT_LABELS } from './wording';

/** Which verdict a flag on one side means. */
function verdictOf(flag: FlagLevel | null, score: number, direction: Direction): Verdict {
  if (flag === null) return 'as_expected';
  if (direction === 'none') return score > 0 ? 'higher' : 'lower';
  return score > 0 === (direction === 'up') ? 'better' : 'worse';
}

/** Everything that is known when single points are told. */
interface Known {
  readonly subject: Subject;
  readonly yardstick: Yardstick;
  readonly now: Assessment;
  readonly points: ReadonlyMap<string, Assessed>;
  readonly before: ReadonlyMap<string, Assessed>;
  readonly places: ReadonlyMap<string, RankSet>;
  /** Those of the points that are compared. */
  readonly mixes: readonly PointMix[];
  readonly mixOf: ReadonlyMap<string, PointMix>;
  readonly values: ReadonlyMap<string, number>;
}

const byPoint = <Item extends { readonly point: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.point, item]));

const isSameSide = (one: Assessed, other: Assessed | undefined): boolean =>
  other !== undefined && other.flag !== null && other.score > 0 === one.score > 0;

const UNTOLD = {
  ...{ expected: null, ratio: null, adjusted: null, shrunk: null, limits: null, funnel: null },
  ...{ falseShare: null, flag: null, isPersistent: false, rank: null },
} as const;

function untold(point: string, value: Value, verdict: Verdict, { subject }: Known): PointComparison {
  const isHidden = verdict === 'suppressed' || verdict === 'unknown';
  const sentence = sentenceFor(
    { value: isHidden ? null : value.value, expected: null, verdict, rank: null, isPersistent: false, adjust: subject.adjust },
    subject.metric.unit,
    0,
  );
  return { point, value, n: value.n, ...UNTOLD, verdict, label: VERDICT_LABELS[verdict], sentence, peers: null };
}

function told(one: Assessed, value: Value, known: Known): PointComparison {
  const { point, flag, score, falseShare, funnel, limits, expected, n } = one;
  const { subject, yardstick, now, places } = known;
  const verdict = verdictOf(flag, score, yardstick.direction);
  const ratio = ratioOf(one, yardstick);
  const isPersistent = flag !== null && isSameSide(one, known.before.get(point));
  const rank = places.get(point) ?? null;
  const mix = known.mixOf.get(point);
  return {
    ...{ point, value, n, expected, ratio, limits, funnel, falseShare, flag, isPersistent, rank, verdict },
    adjusted: ratio && adjustedFrom(ratio, yardstick),
    shrunk: shrunkOf(one, now.dispersion, yardstick),
    label: VERDICT_LABELS[verdict],
    sentence: sentenceFor(
      { value: value.value, expected, verdict, rank, isPersistent, adjust: subject.adjust },
      subject.metric.unit,
      places.size,
    ),
    peers: mix ? peersOf(mix, known.mixes, known.values) : null,
  };
}

function pointOf(point: string, value: Value, known: Known): PointComparison {
  const verdict = exclusionOf(value);
  if (verdict !== null) return untold(point, value, verdict, known);
  const one = known.points.get(point);
  return one ? told(one, value, known) : untold(point, value, 'as_expected', known);
}

/** Keeps the points that take part: of which enough is known. */
const comparable = ({ standings, city }: PeriodStandings, everyone: ReadonlyMap<string, Value>): PeriodStandings => ({
  city,
  standings: standings.filter(({ point }) => {
    const value = everyone.get(point);
    return value !== undefined && exclusionOf(value) === null;
  }),
});

function strataNamed({ metric, ...subject }: Subject): Comparison['adjustedFor'] {
  const computation = countedOf(metric);
  const strata = computation === null ? [] : cellSource({ ...subject, computation }).strata;
  return strata.map(({ key }) => ({ key, label: STRATUM_LABELS[key] }));
}

const notesFor = ({ metric, adjust }: Subject, points: number, asked: Adjustment): Label[] => [
  ...(points < LEAST_POINTS ? [NOTES.few_points] : []),
  ...(countedOf(metric) === null ? [NOTES.by_intervals] : adjust !== asked ? [REASONS.no_strata] : []),
  ...(adjust === 'none' ? [] : [NOTES.against_the_city]),
];

async function standingsNowAndBefore(sources: Sources, subject: Subject, range: Comparison['range'], before: Comparison['range']) {
  const dayEffect = await dayEffectFor(sources, subject, range);
  const counted = await countedStandings(sources, subject, [before, range], dayEffect);
  if (counted) return { dayEffect, then: counted[0], now: counted[1] };
  const [then, now] = await Promise.all(
    [before, range].map(async (one) =>
      valueStandings(await allPointValues(sources, subject, one), await cityValue(sources, subject, one), dayEffect),
    ),
  );
  return { dayEffect, then, now };
}

async function mixesOf({ readings }: Sources, { metric, ...subject }: Subject, range: Comparison['range']) {
  const computation = countedOf(metric);
  return computation === null ? [] : readings.mixes({ ...subject, computation, periods: [range] });
}

/** Compares every point of the scope with what the city does with the same work. Throws InvalidQuery. */
export async function comparePoints(sources: Sources, request: ComparisonRequest, scope: Scope): Promise<Comparison> {
  const metric = metricNamed(request.metric, 'metric');
  checkComparable(metric);
  const range = { from: request.from, to: request.to };
  const before = previous(range);
  const adjust = possibleAdjustment(metric, request.adjust);
  const subject: Subject = { metric, adjust, where: caseFilters(request.where), asOf: request.asOf, view: request.view };
  const [listed, everyone, city, { dayEffect, then, now }, mixes] = await Promise.all([
    pointValues(sources, subject, { range, where: request.where, scope }),
    allPointValues(sources, subject, range),
    cityValue(sources, subject, range),
    standingsNowAndBefore(sources, subject, range, before),
    mixesOf(sources, subject, range),
  ]);
  const taking = comparable(now ?? { standings: [], city: null }, everyone);
  const yardstick: Yardstick = { scale: scaleFor(subject), direction: metric.direction, city: taking.city ?? 0 };
  const assessment = assess(taking.standings, yardstick);
  const places = placesOf(assessment.points, metric.direction);
  const points = byPoint(assessment.points);
  const known: Known = {
    ...{ subject, yardstick, now: assessment, points, mixes: mixes.filter(({ point }) => points.has(point)), mixOf: byPoint(mixes) },
    before: byPoint(assess(then?.standings ?? [], yardstick).points),
    places: new Map(assessment.points.map(({ point }, index) => [point, places[index] ?? { best: 1, worst: places.length }])),
    values: new Map(assessment.points.map(({ point, value }) => [point, value])),
  };
  return {
    ...{ metric: metric.id, range, before, adjust, city },
    adjustedFor: strataNamed(subject),
    scatter: scatterOf(assessment, dayEffect.usual, metric.unit),
    points: [...listed].map(([point, value]) => pointOf(point, value, known)),
    notes: notesFor(subject, assessment.points.length, request.adjust),
  };
}
