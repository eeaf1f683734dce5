import type { CitySettings, Day, Scope, TimeRange, Value, VerdictGrain, VerdictUnit } from '@evenhand/domain';
import type { Warehouse } from '@evenhand/warehouse';
import { MetricAnswers } from '../metric-answers';
import { knownAt } from '../facts/known';
import { asKnown, caseContext, countOf, pointsKept } from './case-sql';
import type { Evidence } from './judge';
import { type MetricJudging, shareTerm } from './metric-cases';
import type { Limits, StandardDefinition } from './standard';
import { hasTold, toldDays, toldUntilEach } from './told-days';
import type { Piece } from './versions';

/** Where facts are asked for. */
export interface Place {
  readonly warehouse: Warehouse;
  readonly city: CitySettings;
  readonly answers: MetricAnswers;
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

interface Counted {
  readonly point: string;
  readonly bucket: Day;
  readonly n: number;
  readonly breaches: number;
}

interface Told {
  readonly point: string;
  readonly bucket: Day;
  readonly expected: number;
  readonly told: number;
}

/** Counts the cases of one piece of a rule that every case must keep. */
export async function evidenceOfCases(
  { warehouse, city }: Place,
  { judging, scope: standard }: StandardDefinition,
  piece: Piece,
  { range, scope, cut, unit, asOf: then }: Wanted,
): Promise<EvidenceAt> {
  if (judging.kind !== 'cases') throw new Error('Only cases can be counted');
  const known = knownAt(then);
  const rows = judging.rows(caseContext(piece, piece.version.limits, { zone: city.zone, isWanted: pointsKept(scope, standard), known }));
  const isJudged = then === undefined && judging.feeds.length > 0;
  const names = [...judging.feeds, ...judging.registers];
  const [counted, told, until] = await Promise.all([
    warehouse.rows<Counted>(asKnown(countOf({ rows, scope, standard }, { cut, unit, from: range.from }), judging, then)),
    // Nobody judged the feeds of an earlier moment by what they are known for today.
    isJudged ? warehouse.rows<Told>(toldDays({ feeds: judging.feeds, range, scope, standard, cut, unit })) : [],
    warehouse.rows<{ name: string; day: Day; at: string }>(toldUntilEach(names, city.zone, known)),
  ]);
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
      isTold: hasTold(latest, judging, bucket),
      asOf,
      from: 'raw',
    };
  };
}

/** Answers with the settings of the rule; the rollups know only those of the city. */
function answersFor({ warehouse, city, answers }: Place, { settings }: MetricJudging, limits: Limits) {
  const own = { ...city, ...settings?.(limits) };
  const isCitys = own.longWaitMinutes === city.longWaitMinutes;
  return { answers: isCitys ? answers : new MetricAnswers(warehouse, own), exact: !isCitys };
}

/** A ratio counts cases above its line and below it: these are no breaches. */
const breachesIn = ({ n, cases }: Value, judging: MetricJudging): number | null => {
  if (n === null || cases === null || !shareTerm(judging)) return null;
  return judging.comparison === 'at_most' ? cases : n - cases;
};

const ofValue = (value: Value, judging: MetricJudging): Evidence => ({
  n: value.n,
  breaches: breachesIn(value, judging),
  value: value.value,
  interval: value.interval,
  coverage: value.coverage,
  isTold: value.reason !== 'no_data',
  asOf: value.asOf,
  from: value.from,
});

const NOTHING: Evidence = { n: 0, breaches: 0, value: null, interval: null, coverage: null, isTold: true, asOf: null, from: 'raw' };

/** Asks the catalogue for the value of one piece. */
export async function evidenceOfMetric(
  place: Place,
  judging: MetricJudging,
  { scope: standard }: StandardDefinition,
  piece: Piece,
  { range, scope, cut, unit, asOf }: Wanted,
): Promise<EvidenceAt> {
  const { answers, exact } = answersFor(place, judging, piece.version.limits);
  const where = [
    ...(standard.points === 'all' ? [] : [{ dimension: 'point' as const, values: standard.points }]),
    ...(standard.channels === 'all' ? [] : [{ dimension: 'channel' as const, values: standard.channels }]),
    ...(standard.fields === 'all' ? [] : [{ dimension: 'field' as const, values: standard.fields }]),
  ];
  const by = [...(unit === 'point' ? (['point'] as const) : []), ...(cut === 'whole' ? [] : [cut])];
  const { rows } = await answers.answer({ metrics: [judging.metric], by, from: piece.from, to: piece.to, where, exact, asOf }, scope);
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
