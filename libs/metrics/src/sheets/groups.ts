import type { Dimension } from '@evenhand/domain';
import { keyColumn } from '../compile/compile';
import type { ResultRow } from '../results';
import type { KeyPart } from './buckets-of-days';

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
  sorted(by: readonly Dimension[], units: readonly KeyPart[], buckets: readonly KeyPart[]): readonly { group: number; key: ResultRow }[] {
    const keyed = this.members.map(({ unit, bucket }, group) => {
      const part = { ...units[unit], ...buckets[bucket] };
      return { group, part, key: Object.fromEntries(by.map((dimension) => [keyColumn(dimension), part[dimension] ?? ''])) };
    });
    return keyed.sort((a, b) => compareBy(by, a.part, b.part));
  }
}

function compareBy(by: readonly Dimension[], a: KeyPart, b: KeyPart): number {
  for (const dimension of by) {
    const [one, other] = [a[dimension] ?? '', b[dimension] ?? ''];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
