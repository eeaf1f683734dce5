import type { Dimension } from '@evenhand/domain';
import { keyColumn } from '../compile/compile';
import { isOfDays, type KeyPart } from './buckets-of-days';

interface Member {
  readonly unit: number;
  readonly bucket: number;
}

const NOBODY: Member = { unit: 0, bucket: 0 };

/** Numbers the groups of an answer: each is a unit (a point, a ward …) in a bucket of days. */
export class Groups {
  private readonly byBucket: number[][] = [];
  private readonly members: Member[] = [];

  get size(): number {
    return this.members.length;
  }

  /** The number of a group; the next free one for a group that nobody has met. */
  of(unit: number, bucket: number): number {
    const units = (this.byBucket[bucket] ??= []);
    return (units[unit] ??= this.members.push({ unit, bucket }) - 1);
  }

  /** The number of a group and its key, in the order in which the engine would give them. */
  sorted(
    by: readonly Dimension[],
    units: readonly KeyPart[],
    buckets: readonly KeyPart[],
  ): readonly { readonly group: number; readonly key: Record<string, unknown> }[] {
    const cuts = by.map((dimension) => {
      const [parts, isOfBucket] = isOfDays(dimension) ? [buckets, true] : [units, false];
      return { column: keyColumn(dimension), isOfBucket, ...ranked(parts, dimension) };
    });
    const rankOf = ({ unit, bucket }: Member): number => {
      let rank = 0;
      for (const { isOfBucket, ranks, size } of cuts) rank = rank * size + (ranks[isOfBucket ? bucket : unit] ?? 0);
      return rank;
    };
    const places = cuts.reduce((product, { size }) => product * size, 1);
    return inOrder(this.members.map(rankOf), places).map((group) => {
      const { unit, bucket } = this.members[group] ?? NOBODY;
      const key: Record<string, unknown> = {};
      for (const { column, values, isOfBucket } of cuts) key[column] = values[isOfBucket ? bucket : unit] ?? '';
      return { group, key };
    });
  }
}

/** Of so many times as many places as groups it is faster to sort the groups than to look at all places. */
const MOST_PLACES_EACH = 8;

/** The numbers of groups by their ranks, which are below the number of places and of which no two are the same. */
function inOrder(ranks: readonly number[], places: number): readonly number[] {
  if (places > MOST_PLACES_EACH * ranks.length) return ranks.map((_, group) => group).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
  const groupAt = new Int32Array(places).fill(-1);
  ranks.forEach((rank, group) => (groupAt[rank] = group));
  return Array.from(groupAt.filter((group) => group >= 0));
}

/** The values of a dimension, the place of each among all of them in order, and how many there are. */
interface Ranked {
  readonly values: readonly (string | number)[];
  readonly ranks: readonly number[];
  readonly size: number;
}

/** Parts are only ever added to, and those of units serve many questions. */
const known = new WeakMap<readonly KeyPart[], Map<Dimension, Ranked>>();

function ranked(parts: readonly KeyPart[], dimension: Dimension): Ranked {
  const ofParts = known.get(parts) ?? new Map<Dimension, Ranked>();
  known.set(parts, ofParts);
  const found = ofParts.get(dimension);
  if (found?.values.length === parts.length) return found;
  const values = parts.map((part) => part[dimension] ?? '');
  const ordered = [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));
  const places = new Map(ordered.map((value, place) => [value, place]));
  const made = { values, ranks: values.map((value) => places.get(value) ?? 0), size: ordered.length };
  ofParts.set(dimension, made);
  return made;
}
