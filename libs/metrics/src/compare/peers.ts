import type { AlikePoints, Label, PeerGroup } from '@evenhand/domain';
import { quantile } from '@evenhand/statistics';

/** How many cases a point has, and which share of them belongs to each field. */
export interface PointMix {
  readonly point: string;
  readonly n: number;
  /** Base 2 logarithm of the cases: twice as many lie 1 apart. */
  readonly size: number;
  /** In the order of the fields of the city. */
  readonly shares: Float64Array;
}

/** One row of {@link mixOfPoints}. */
export interface MixRow {
  readonly point: string;
  readonly field: string;
  readonly n: number;
}

const MOST_PEERS = 10;
/** Fewer would give single points away, and say little. */
export const LEAST_PEERS = 5;
/** Twice the cases is as unlike as a fifth of the work being of other fields. */
const WEIGHT_OF_MIX = 5;

/** Adds the cases of each point up. */
export function mixesFrom(rows: readonly MixRow[]): PointMix[] {
  const fields = [...new Set(rows.map(({ field }) => field))].sort();
  const places = new Map(fields.map((field, place) => [field, place]));
  const counts = new Map<string, Float64Array>();
  for (const { point, field, n } of rows) {
    const own = counts.get(point) ?? new Float64Array(fields.length);
    own[places.get(field) ?? 0] = n;
    counts.set(point, own);
  }
  return [...counts].map(([point, own]) => {
    const n = own.reduce((sum, count) => sum + count, 0);
    return { point, n, size: Math.log2(n), shares: own.map((count) => count / n) };
  });
}

/** Which share of the work would have to be of other fields for two mixes to be the same, 0…1. */
export function mixDifference(one: PointMix, other: PointMix): number {
  let difference = 0;
  const [mine, theirs] = [one.shares, other.shares];
  for (let place = 0; place < mine.length; place++) difference += Math.abs((mine[place] ?? 0) - (theirs[place] ?? 0));
  return difference / 2;
}

const sizeDifference = (one: PointMix, other: PointMix): number => Math.abs(one.size - other.size);

const percent = (share: number): string => String(Math.round(share * 100));
const times = (ratio: number, separator: string): string => ratio.toFixed(1).replace('.', separator);

function describe(own: PointMix, peers: readonly PointMix[]): Label {
  const sizes = peers.map(({ n }) => n / own.n);
  const mix = percent(Math.max(...peers.map((peer) => mixDifference(own, peer))));
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  return {
    vi: `${peers.length} điểm giống nhất: số lượt bằng ${times(least, ',')} đến ${times(most, ',')} lần điểm này, cơ cấu lĩnh vực khác nhau không quá ${mix} %.`,
    en: `The ${peers.length} most similar points: ${times(least, '.')} to ${times(most, '.')} times its cases, at most ${mix} % of the work in other fields.`,
  };
}

interface Candidate {
  readonly mix: PointMix;
  readonly away: number;
}

const isNearer = (one: Candidate, other: Candidate): boolean =>
  one.away < other.away || (one.away === other.away && one.mix.point < other.mix.point);

/** Puts a candidate in its place among the nearest, of which there are at most {@link MOST_PEERS}. */
function admit(candidate: Candidate, nearest: Candidate[]): void {
  const last = nearest.at(-1);
  if (nearest.length === MOST_PEERS && last && !isNearer(candidate, last)) return;
  const place = nearest.findIndex((other) => isNearer(candidate, other));
  nearest.splice(place < 0 ? nearest.length : place, 0, candidate);
  if (nearest.length > MOST_PEERS) nearest.pop();
}

/** The points most like one among those asked about, by size and by mix of fields; of equally alike ones those with the lower code. `null` for a lone point. */
export function mostAlike(own: PointMix, asked: readonly PointMix[]): AlikePoints | null {
  const nearest: Candidate[] = [];
  let furthest = Infinity;
  // Every point of a city looks at all others: few of them are ever put in order.
  for (const mix of asked) {
    const bySize = sizeDifference(own, mix);
    if (bySize > furthest || mix.point === own.point) continue;
    const away = bySize + WEIGHT_OF_MIX * mixDifference(own, mix);
    if (away > furthest) continue;
    admit({ mix, away }, nearest);
    if (nearest.length === MOST_PEERS) furthest = nearest.at(-1)?.away ?? Infinity;
  }
  const others = nearest.map(({ mix }) => mix);
  return others.length === 0 ? null : { points: others.map(({ point }) => point), description: describe(own, others) };
}

/** The peers of a point among others that have a value each, and where these lie; `null` for a lone point. */
export function peersOf(own: PointMix, others: readonly PointMix[], values: ReadonlyMap<string, number>): PeerGroup | null {
  const alike = mostAlike(own, others);
  if (alike === null) return null;
  const ascending = alike.points.map((point) => values.get(point) ?? 0).toSorted((a, b) => a - b);
  const at = (share: number): number | null => (ascending.length < LEAST_PEERS ? null : quantile(ascending, share));
  const [low, median, high] = [at(0.1), at(0.5), at(0.9)];
  return { ...alike, median, band: low === null || high === null ? null : { low, high } };
}
