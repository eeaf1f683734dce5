import type { CitySettings, MetricInfo, Scope, Value } from '@evenhand/domain';
import { join, literal, param, sql, type Warehouse } from '@evenhand/warehouse';
import type { Findings } from '../asking/findings';
import { infoOf } from '../check-question';
import { inScope } from '../compile/filters';
import { coverageShare } from '../coverage';
import type { MetricDefinition } from '../registry/definition';
import type { CasesRequest } from '../rows-behind';
import type { Excluded } from './excluded';
import { excludedFrom } from './left-out';

/** A statement as it was sent, its values beside it. */
export interface SentStatement {
  readonly from: 'rollup' | 'raw';
  readonly table: string;
  readonly text: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What one source tells of one kind of record. */
export interface FeedTold {
  readonly entity: string;
  readonly source: string;
  /** Up to when it has told, ISO 8601 in UTC. */
  readonly latestAt: string;
  /** The days × points of the scope in the range that it was judged for, and those of which it told too little or nothing. */
  readonly days: number;
  readonly silentDays: number;
}

/** Where a figure comes from. */
export interface Explanation {
  readonly metric: MetricInfo;
  readonly value: Value;
  readonly statements: readonly SentStatement[];
  readonly feeds: readonly FeedTold[];
  /** By kind of record, the share of what was expected that has arrived. */
  readonly coverage: readonly { readonly entity: string; readonly share: number | null }[];
  readonly excluded: readonly Excluded[];
  /** The instants at which something was published that the figure may rest on, latest first. */
  readonly published: readonly string[];
  /** The instant that was asked about; `null` for what is known at present. */
  readonly asOf: string | null;
}

interface Explained {
  readonly metric: MetricDefinition;
  readonly value: Value;
  readonly findings: Findings;
  readonly request: CasesRequest;
  readonly asOf: string | null;
}

interface Place {
  readonly warehouse: Warehouse;
  readonly city: CitySettings;
}

const MOST_PUBLICATIONS = 50;

async function feedsTold({ warehouse }: Place, { findings, request: { from, to } }: Explained, scope: Scope): Promise<readonly FeedTold[]> {
  const judged = [sql`point_code != ''`, sql`state != 'not_expected'`, sql`day >= ${param('Date', from)}`, sql`day < ${param('Date', to)}`];
  const entities = join(findings.entities.map(literal), ', ');
  return warehouse.rows<FeedTold>(sql`
    SELECT toString(k.entity) AS entity, toString(k.source) AS source, k.latest_at AS latestAt, d.days AS days, d.silent AS silentDays
    FROM (SELECT entity, source, latest_at FROM known_until FINAL WHERE entity IN (${entities})) AS k
    LEFT JOIN (
      SELECT entity, source, count() AS days, countIf(state IN ('thin', 'missing')) AS silent FROM feed_day
      WHERE ${join([...judged, ...inScope(scope)], ' AND ')} GROUP BY entity, source
    ) AS d ON k.entity = d.entity AND k.source = d.source
    ORDER BY entity, source`);
}

async function publications({ warehouse }: Place, { findings, asOf }: Explained): Promise<readonly string[]> {
  const until = asOf === null ? [] : [sql`published_at <= fromUnixTimestamp64Milli(${param('Int64', Date.parse(asOf))}, 'UTC')`];
  const where = join([sql`entity IN (${join(findings.entities.map(literal), ', ')})`, ...until], ' AND ');
  const rows = await warehouse.rows<{ at: string }>(sql`
    SELECT DISTINCT published_at AS at FROM publication WHERE ${where} ORDER BY at DESC LIMIT ${param('UInt16', MOST_PUBLICATIONS)}`);
  return rows.map(({ at }) => at);
}

/** What is left out of a figure; of a ratio of two kinds of record what is left out of either. */
async function leftOut(place: Place, { metric: { computation }, request, asOf }: Explained, scope: Scope): Promise<readonly Excluded[]> {
  const isOfTwo = computation.kind === 'ratio' && computation.top.entity !== computation.bottom.entity;
  const parts = isOfTwo ? (['n', 'cases'] as const) : (['n'] as const);
  const found = await Promise.all(parts.map((part) => excludedFrom(place, { ...request, part, heldAt: asOf ?? undefined }, scope)));
  // Both may rest on one feed: its records are left out once.
  return [...new Map(found.flat().map((one) => [JSON.stringify([one.why, one.entity, one.detail]), one])).values()];
}

/** Puts together everything that an auditor needs to prove or to doubt a figure. */
export async function explanation(place: Place, explained: Explained, scope: Scope): Promise<Explanation> {
  const { metric, value, findings, asOf } = explained;
  const [feeds, excluded, published] = await Promise.all([
    feedsTold(place, explained, scope),
    leftOut(place, explained, scope),
    publications(place, explained),
  ]);
  return {
    metric: infoOf(metric),
    value,
    statements: findings.parts.map(({ part }) => ({ from: part.from, table: part.fact.table, ...findings.statementOf(part).render() })),
    feeds,
    coverage: findings.entities.map((entity) => ({ entity, share: coverageShare(entity, findings.coverage)(0) })),
    excluded,
    published,
    asOf,
  };
}
