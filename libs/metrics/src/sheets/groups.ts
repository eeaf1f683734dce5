import type { Dimension } from '@evenhand/domain';
import { keyColumn } from '../compile/compile';
import { isOfDays, type KeyPart } from './buckets-of-days';

/** Numbers the groups of an answer: each is a unit (a point, a ward …) in a bucket of days. */
export class Groups {
  private readonly byBucket: number[][] = [];
  private readonly members: { readonly unit: number; readonly bucket: number }[] = [];

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
    const keyed = this.members.map(({ unit, bucket }, group) => {
      const key: Record<string, unknown> = {};
      let rank = 0;
      for (const { column, values, isOfBucket, ranks, size } of cuts) {
        const place = isOfBucket ? bucket : unit;
        key[column] = values[place] ?? '';
        rank = rank * size + (ranks[place] ?? 0);
      }
      return { group, key, rank };
    });
    return keyed.sort((a, b) => a.rank - b.rank);
  }
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
