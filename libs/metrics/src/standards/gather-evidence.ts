import {
  type CitySettings,
  type Day,
  type Scope,
  type TimeRange,
  type Value,
  type VerdictGrain,
  type VerdictUnit,
  wholeCity,
} from '@evenhand/domain';
import { beyondTheWall, type Warehouse } from '@evenhand/warehouse';
import type { MetricAnswers } from '../metric-answers';
import { knownAt } from '../facts/known';
import { asKnown, caseContext, countOf, pointsKept } from './case-sql';
import type { Evidence } from './judge';
import { type MetricJudging, shareTerm } from './metric-cases';
import type { Limits, StandardDefinition } from './standard';
import type { EvidenceReader } from './read-evidence';
import { hasTold, toldDays, toldUntilEach } from './told-days';
import type { Piece } from './versions';

/** Where facts are asked for. */
export interface Place {
  readonly warehouse: Warehouse;
  readonly city: CitySettings;
  readonly answers: MetricAnswers;
  readonly evidence: EvidenceReader;
  /** Answers that count long waits by other minutes than the city's. */
  readonly answersBy: (minutes: number) => MetricAnswers;
}

/** How verdicts are wanted. */
export interface Wanted {
  readonly range: TimeRange;
  readonly scope: Scope;
  readonly cut: VerdictGrain;
  readonly unit: VerdictUnit;
  /** Judges by what had been published by then (ISO 8601 in UTC); by what is known at present unless given. */
  readonly asOf?: string | undefined;
}

/** What the facts say of one point in one bucket. */
export type EvidenceAt = (point: string, bucket: Day) => Evidence;

const keyOf = (point: string, bucket: Day): string => `${point} ${bucket}`;

const byPlace = <Row extends { readonly point: string; readonly bucket: Day }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [keyOf(row.point, row.bucket), row]));

/**
 * Whose points are read. What is known at present of a few buckets is read for the whole city at once: every page of the same
 * days then finds it, whichever point it is about. Verdicts are told of the points of the asker's scope alone.
 */
export const readFor = ({ unit, cut, asOf, scope }: Pick<Wanted, 'unit' | 'cut' | 'asOf' | 'scope'>): Scope =>
  unit === 'point' && asOf === undefined && (cut === 'whole' || cut === 'month') ? wholeCity : scope;

// What is read for the whole city is told by point, and only points within the wall are asked for.
const readAs = <Result>(wanted: Wanted, read: (scope: Scope) => Result): Result => {
  const scope = readFor(wanted);
  return scope === wanted.scope ? read(scope) : beyondTheWall('held for all', () => read(scope));
};

/** Counts the cases of one piece of a rule that every case must keep. */
export async function evidenceOfCases(
  { evidence, city }: Place,
  { judging, scope: standard }: StandardDefinition,
  piece: Piece,
  wanted: Wanted,
): Promise<EvidenceAt> {
  if (judging.kind !== 'cases') throw new Error('Only cases can be counted');
  const { range, cut, unit, asOf: then } = wanted;
  const known = knownAt(then);
  const isJudged = then === undefined && judging.feeds.length > 0;
  const names = [...judging.feeds, ...judging.registers];
  const [counted, told, tellings] = await readAs(wanted, (scope) => {
    const rows = judging.rows(caseContext(piece, piece.version.limits, { zone: city.zone, isWanted: pointsKept(scope, standard), known }));
    return Promise.all([
      evidence.counted(asKnown(countOf({ rows, scope, standard }, { cut, unit, from: range.from }), judging, then)),
      // Nobody judged the feeds of an earlier moment by what they are known for today.
      isJudged ? evidence.told(toldDays({ feeds: judging.feeds, range, scope, standard, cut, unit })) : [],
      evidence.toldUntil(toldUntilEach(city.zone, known)),
    ]);
  });
  const until = tellings.filter(({ name }) => names.includes(name));
  const [cases, days, latest] = [byPlace(counted), byPlace(told), new Map(until.map(({ name, day }) => [name, day]))];
  // The feed that knows least says how far a verdict reaches.
  const asOf = until.length < names.length ? null : (until.map(({ at }) => at).toSorted()[0] ?? null);
  return (point, bucket) => {
    const { n = 0, breaches = 0 } = cases.get(keyOf(point, bucket)) ?? {};
    const { expected = 0, told: heard = 0 } = days.get(keyOf(point, bucket)) ?? {};
    return {
      n,
      breaches,
      value: null,
      interval: null,
      coverage: expected === 0 ? null : heard / expected,
      missing: null,
      isTold: hasTold(latest, judging, bucket),
      asOf,
      from: 'raw',
    };
  };
}

/** Answers with the settings of the rule; the rollups know only those of the city. */
function answersFor({ city, answers, answersBy }: Place, { settings }: MetricJudging, limits: Limits) {
  const { longWaitMinutes } = { ...city, ...settings?.(limits) };
  const isCitys = longWaitMinutes === city.longWaitMinutes;
  return { answers: isCitys ? answers : answersBy(longWaitMinutes), exact: !isCitys };
}

/** A ratio counts cases above its line and below it: these are no breaches. */
const breachesIn = ({ n, cases }: Value, judging: MetricJudging): number | null => {
  if (n === null || cases === null || !shareTerm(judging)) return null;
  return judging.comparison === 'at_most' ? cases : n - cases;
};

/** The cases that the metric takes for missing: of all cases they are as large a share as its bounds lie apart. */
function missingFrom({ n, bounds, coverage }: Value): number | null {
  if (bounds === null || n === null) return coverage === null || coverage === 1 ? 0 : null;
  const apart = bounds.high - bounds.low;
  return apart < 1 ? (n * apart) / (1 - apart) : null;
}

const ofValue = (value: Value, judging: MetricJudging): Evidence => ({
  n: value.n,
  breaches: breachesIn(value, judging),
  value: value.value,
  interval: value.interval,
  coverage: value.coverage,
  missing: breachesIn(value, judging) === null ? null : missingFrom(value),
  isTold: value.reason !== 'no_data',
  asOf: value.asOf,
  from: value.from,
});

const NOTHING: Evidence = {
  ...{ n: 0, breaches: 0, value: null, interval: null, coverage: null, missing: null },
  ...{ isTold: true, asOf: null, from: 'raw' },
};

/** Asks the catalogue for the value of one piece. */
export async function evidenceOfMetric(
  place: Place,
  judging: MetricJudging,
  { scope: standard }: StandardDefinition,
  piece: Piece,
  wanted: Wanted,
): Promise<EvidenceAt> {
  const { range, cut, unit, asOf } = wanted;
  const { answers, exact } = answersFor(place, judging, piece.version.limits);
  const where = [
    ...(standard.points === 'all' ? [] : [{ dimension: 'point' as const, values: standard.points }]),
    ...(standard.channels === 'all' ? [] : [{ dimension: 'channel' as const, values: standard.channels }]),
    ...(standard.fields === 'all' ? [] : [{ dimension: 'field' as const, values: standard.fields }]),
  ];
  const by = [...(unit === 'point' ? (['point'] as const) : []), ...(cut === 'whole' ? [] : [cut])];
  const question = { metrics: [judging.metric], by, from: piece.from, to: piece.to, where, exact, asOf };
  const { rows } = await readAs(wanted, (scope) => answers.answer(question, scope));
  const values = new Map(
    rows.map(({ key, values }) => [
      keyOf(unit === 'point' ? (key.point ?? '') : '', cut === 'whole' ? range.from : (key[cut] ?? '')),
      values[judging.metric],
    ]),
  );
  return (point, bucket) => {
    const value = values.get(keyOf(point, bucket));
    return value ? ofValue(value, judging) : NOTHING;
  };
}
