import type { Dimension } from '@evenhand/domain';
import { textOfKey } from '../facts/dimension-text';
import { Keys } from '../keys';
import { isOfDays, type KeyPart } from './buckets-of-days';

/** Groups in the order of their keys. */
export interface Ordered {
  readonly keys: Keys;
  /** The group of each row. */
  readonly groups: Int32Array;
}

/** Room for so many at first: most answers have few groups. */
const ROOM = 16;

function grown(held: Int32Array, size: number): Int32Array {
  if (size <= held.length) return held;
  const room = new Int32Array(Math.max(size, 2 * held.length)).fill(-1);
  room.set(held);
  return room;
}

/** Numbers the groups of an answer: each is a unit (a point, a ward …) in a bucket of days. */
export class Groups {
  private readonly byBucket: Int32Array[] = [];
  private unitOf: Int32Array = new Int32Array(ROOM);
  private bucketOf: Int32Array = new Int32Array(ROOM);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** The number of a group; the next free one for a group that nobody has met. */
  of(unit: number, bucket: number): number {
    const known = this.byBucket[bucket]?.[unit] ?? -1;
    return known >= 0 ? known : this.meet(unit, bucket);
  }

  private meet(unit: number, bucket: number): number {
    const group = this.count++;
    // A bucket holds as many units as others do.
    const room = this.byBucket.at(-1)?.length ?? ROOM;
    const units = grown(this.byBucket[bucket] ?? new Int32Array(room).fill(-1), unit + 1);
    units[unit] = group;
    this.byBucket[bucket] = units;
    if (group >= this.unitOf.length) {
      this.unitOf = grown(this.unitOf, this.count);
      this.bucketOf = grown(this.bucketOf, this.count);
    }
    this.unitOf[group] = unit;
    this.bucketOf[group] = bucket;
    return group;
  }

  /** The groups and their keys in the order in which the engine would give them. */
  ordered(by: readonly Dimension[], units: readonly KeyPart[], buckets: readonly KeyPart[]): Ordered {
    const cuts = by.map((dimension) => {
      const isOfBucket = isOfDays(dimension);
      return { dimension, ...ranked(isOfBucket ? buckets : units, dimension), partOf: isOfBucket ? this.bucketOf : this.unitOf };
    });
    const rankOf = new Float64Array(this.count);
    for (const { texts, ranks, partOf } of cuts)
      for (let group = 0; group < this.count; group++)
        rankOf[group] = (rankOf[group] ?? 0) * texts.length + (ranks[partOf[group] ?? 0] ?? 0);
    const groups = inOrder(
      rankOf,
      cuts.reduce((product, { texts }) => product * texts.length, 1),
    );
    const columns = cuts.map(({ dimension, texts, ranks, partOf }) => {
      const places = new Int32Array(groups.length);
      for (let row = 0; row < groups.length; row++) places[row] = ranks[partOf[groups[row] ?? 0] ?? 0] ?? 0;
      return { dimension, texts, places };
    });
    return { keys: new Keys(columns, groups.length), groups };
  }
}

/** Of so many times as many places as groups it is faster to sort the groups than to look at all places. */
const MOST_PLACES_EACH = 8;

/** The numbers of groups by their ranks, which are below the number of places and of which no two are the same. */
function inOrder(ranks: Float64Array, places: number): Int32Array {
  if (places > MOST_PLACES_EACH * ranks.length)
    return Int32Array.from(ranks, (_, group) => group).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
  const groupAt = new Int32Array(places).fill(-1);
  for (let group = 0; group < ranks.length; group++) groupAt[ranks[group] ?? 0] = group;
  let row = 0;
  for (let place = 0; place < places; place++) {
    const group = groupAt[place] ?? -1;
    // What is written lies before what is still to be read.
    if (group >= 0) groupAt[row++] = group;
  }
  return groupAt.subarray(0, row);
}

/** The words of a dimension in the order of its values, and the place of each part among them. */
interface Ranked {
  readonly texts: readonly (string | null)[];
  readonly ranks: Int32Array;
}

/** Parts are only ever added to, and those of units serve many questions. */
const known = new WeakMap<readonly KeyPart[], Map<Dimension, Ranked>>();

function ranked(parts: readonly KeyPart[], dimension: Dimension): Ranked {
  const ofParts = known.get(parts) ?? new Map<Dimension, Ranked>();
  known.set(parts, ofParts);
  const found = ofParts.get(dimension);
  if (found?.ranks.length === parts.length) return found;
  const values = parts.map((part) => part[dimension] ?? '');
  const ordered = [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));
  const places = new Map(ordered.map((value, place) => [value, place]));
  const ranks = Int32Array.from(values, (value) => places.get(value) ?? 0);
  const made = { texts: ordered.map((value) => textOfKey(dimension, value)), ranks };
  ofParts.set(dimension, made);
  return made;
}
