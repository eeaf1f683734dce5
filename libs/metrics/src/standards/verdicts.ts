import type { Day, Scope, TimeRange } from '@evenhand/domain';
import { param, sql } from '@evenhand/warehouse';
import { type EvidenceAt, evidenceOfCases, evidenceOfMetric, type Place, type Wanted } from './gather-evidence';
import { type Bar, type Evidence, gravest, judge, type Judgement, together } from './judge';
import { type Period, periodsOf } from './periods';
import type { Limits, StandardDefinition } from './standard';
import type { PointStretch } from './read-evidence';
import { type Piece, piecesOf, type RuleVersion } from './versions';

/** The part of a period that one version judged. */
export interface JudgedPiece extends TimeRange, Judgement {
  readonly ruleFrom: Day;
  readonly limits: Limits;
  readonly n: number | null;
  readonly breaches: number | null;
}

/** What a rule comes to at a point (or in the whole city: null) in a period. */
export interface Verdict extends TimeRange, Judgement {
  readonly point: string | null;
  readonly n: number | null;
  readonly breaches: number | null;
  readonly coverage: number | null;
  /** The instant up to which it is known, ISO 8601 in UTC. */
  readonly asOf: string | null;
  /** Where the figures were read. */
  readonly readFrom: 'rollup' | 'raw';
  /** One for each version that was in force in the period. */
  readonly pieces: readonly JudgedPiece[];
}

interface JudgedEvidence {
  readonly piece: Piece;
  readonly evidence: Evidence;
  readonly bar: Bar;
}

/** What a version holds the evidence against. */
export function barOf({ judging, minimumCases }: StandardDefinition, limits: Limits): Bar {
  if (judging.kind !== 'metric') return { kind: 'every_case' };
  return { kind: 'level', comparison: judging.comparison, level: limits[judging.level] ?? 0, minimumCases };
}

const isSame = (one: Bar, other: Bar): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Stretches held against the same bar are judged as one; a value that does not add up is judged stretch by stretch. */
function grouped(parts: readonly JudgedEvidence[]): readonly (readonly JudgedEvidence[])[] {
  const groups: JudgedEvidence[][] = [];
  for (const part of parts) {
    const group =
      part.evidence.breaches === null
        ? undefined
        : groups.find(([first]) => first && first.evidence.breaches !== null && isSame(first.bar, part.bar));
    if (group) group.push(part);
    else groups.push([part]);
  }
  return groups;
}

function judgeGroup(group: readonly JudgedEvidence[], coverage: number | null): Judgement | undefined {
  const [first] = group;
  return (
    first &&
    judge(
      together(
        group.map(({ evidence }) => evidence),
        coverage,
      ),
      first.bar,
    )
  );
}

const least = (all: readonly (number | null)[]): number | null => {
  const known = all.filter((one) => one !== null);
  return known.length === 0 ? null : Math.min(...known);
};

/** Puts the stretches of a period together. */
export function verdictOf(point: string | null, { from, to }: TimeRange, parts: readonly JudgedEvidence[]): Verdict {
  const coverage = least(parts.map(({ evidence }) => evidence.coverage));
  const judgements = grouped(parts).flatMap((group) => judgeGroup(group, coverage) ?? []);
  const all = together(
    parts.map(({ evidence }) => evidence),
    coverage,
  );
  const [first] = parts;
  // Shares of the whole period add up whatever they are held against.
  const shown = judgements.length === 1 || !first ? judgements[0] : judge(all, first.bar);
  return {
    point,
    from,
    to,
    ...gravest(judgements),
    value: shown?.value ?? null,
    interval: shown?.interval ?? null,
    bounds: shown?.bounds ?? null,
    n: all.n,
    breaches: all.breaches,
    coverage,
    asOf: all.asOf,
    readFrom: all.from,
    pieces: parts.map(({ piece, evidence, bar }) => ({
      from: piece.from,
      to: piece.to,
      ruleFrom: piece.version.from,
      limits: piece.version.limits,
      ...judge(evidence, bar),
      n: evidence.n,
      breaches: evidence.breaches,
    })),
  };
}

const bare = (point: string | null, { from, to }: TimeRange, reason: Judgement['reason']): Verdict => ({
  point,
  from,
  to,
  state: 'not_applicable',
  reason,
  value: null,
  interval: null,
  bounds: null,
  n: 0,
  breaches: 0,
  coverage: null,
  asOf: null,
  readFrom: 'raw',
  pieces: [],
});

/** The points of the scope that existed in a range. */
async function pointsIn({ evidence }: Place, { from, to }: TimeRange, { points }: Scope): Promise<readonly PointStretch[]> {
  const all = await evidence.points(sql`
    SELECT toString(point_code) AS point, min(valid_from) AS from, max(valid_to) AS to FROM service_point
    WHERE valid_from < ${param('Date', to)} AND valid_to > ${param('Date', from)}
    GROUP BY point ORDER BY point`);
  return points === 'all' ? all : all.filter(({ point }) => points.includes(point));
}

const gather = (place: Place, definition: StandardDefinition, piece: Piece, wanted: Wanted): Promise<EvidenceAt> =>
  definition.judging.kind === 'metric'
    ? evidenceOfMetric(place, definition.judging, definition, piece, wanted)
    : evidenceOfCases(place, definition, piece, wanted);

const isAbout = ({ scope: { points } }: StandardDefinition, point: string | null): boolean =>
  points === 'all' || point === null || points.includes(point);

/** What every period of every point comes to, in order of point and time. */
export async function verdictsOf(
  place: Place,
  definition: StandardDefinition,
  versions: readonly RuleVersion[],
  wanted: Wanted,
): Promise<readonly Verdict[]> {
  const { range, scope, cut, unit } = wanted;
  if (scope.points !== 'all' && scope.points.length === 0) return [];
  const periods = periodsOf(cut, range);
  const existing = unit === 'city' ? [{ point: null, ...range }] : await pointsIn(place, range, scope);
  const places = existing.flatMap(({ point, from, to }) =>
    periods.filter((period) => period.from < to && from < period.to).map((period) => ({ point, period })),
  );
  if (definition.judging.kind === 'missing') return places.map(({ point, period }) => bare(point, period, 'no_data_source'));
  const pieces = piecesOf(versions, range);
  const found = await Promise.all(pieces.map(async (piece) => ({ piece, at: await gather(place, definition, piece, wanted) })));
  return places.map(({ point, period }) => {
    if (!isAbout(definition, point)) return bare(point, period, 'outside_scope');
    const parts = partsIn(period, found).map(({ piece, at }) => ({
      piece,
      evidence: at(point ?? '', period.bucket),
      bar: barOf(definition, piece.version.limits),
    }));
    return parts.length === 0 ? bare(point, period, 'not_in_force') : verdictOf(point, period, parts);
  });
}

/** The pieces that touch a period, cut to it. */
const partsIn = <Found extends { readonly piece: Piece }>(period: Period, found: readonly Found[]): readonly Found[] =>
  found.flatMap((one) => {
    const from = one.piece.from > period.from ? one.piece.from : period.from;
    const to = one.piece.to < period.to ? one.piece.to : period.to;
    return from < to ? [{ ...one, piece: { ...one.piece, from, to } }] : [];
  });
