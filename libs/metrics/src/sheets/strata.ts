import { CodeNumbers } from './code-numbers';
import { BETWEEN } from './sheet-statement';

/** Whole numbers by place, as many as anybody asks to hold. */
class Places {
  private held = new Int32Array(1024);
  private size = 0;

  push(value: number): void {
    if (this.size === this.held.length) {
      const wider = new Int32Array(2 * this.size);
      wider.set(this.held);
      this.held = wider;
    }
    this.held[this.size++] = value;
  }

  get all(): Int32Array {
    return this.held.subarray(0, this.size);
  }
}

/** How cells are put together by what they have in common: the cells themselves, or all of a point that are alike so far. */
export interface Level {
  /** Groups of the whole city, and those of each point by itself. */
  readonly groups: number;
  readonly ownGroups: number;
  /** The group of the city that each of a point's own groups belongs to. */
  readonly groupOf: Int32Array;
  /** The point's own group of the next coarser level that it belongs to. */
  readonly parentOf: Int32Array;
}

class LevelInTheMaking {
  private readonly groups = new Map<number, number>();
  private readonly own = new Map<number, number>();
  private readonly keys = new Map<string, number>();
  private readonly groupOf = new Places();
  private readonly parentOf = new Places();

  /** The numbers of the groups that a key leads to from those of the level above. */
  of(key: string, above: { readonly group: number; readonly own: number }): { readonly group: number; readonly own: number } {
    const number = numberIn(this.keys, key);
    const group = numberIn(this.groups, above.group * MOST_KEYS + number);
    const known = this.own.size;
    const own = numberIn(this.own, above.own * MOST_KEYS + number);
    if (own === known) {
      this.groupOf.push(group);
      this.parentOf.push(above.own);
    }
    return { group, own };
  }

  get level(): Level {
    return { groups: this.groups.size, ownGroups: this.own.size, groupOf: this.groupOf.all, parentOf: this.parentOf.all };
  }
}

/** Two numbers are held in one: no city tells so many fields, channels or procedures apart. */
const MOST_KEYS = 1_000_000;

function numberIn<Name>(numbers: Map<Name, number>, name: Name): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}

/**
 * Numbers the codes of cells, each a point and then its strata from the coarsest to the finest, and knows at every level which
 * belong together. The groups of the finest level are the cells, in the order of their numbers.
 */
export class StratumCodes extends CodeNumbers {
  /** Whether a month has more cells than one statement may give. */
  areTooMany = false;
  private readonly points = new Map<string, number>();
  private readonly pointPlaces = new Places();
  private readonly made: LevelInTheMaking[] = [];

  override of(code: string): number {
    const before = this.size;
    const number = super.of(code);
    if (number < before) return number;
    const [point = '', ...keys] = code.split(BETWEEN);
    const own = numberIn(this.points, point);
    this.pointPlaces.push(own);
    let above = this.levelAt(0).of('', { group: 0, own });
    keys.forEach((key, index) => (above = this.levelAt(index + 1).of(key, above)));
    return number;
  }

  private levelAt(index: number): LevelInTheMaking {
    return (this.made[index] ??= new LevelInTheMaking());
  }

  /** The points, by their numbers. */
  get pointCodes(): readonly string[] {
    return [...this.points.keys()];
  }

  /** The point of each cell. */
  get pointOf(): Int32Array {
    return this.pointPlaces.all;
  }

  /** From the coarsest, in which a point's own group is the point, to the finest. */
  get levels(): readonly Level[] {
    return this.made.map(({ level }) => level);
  }
}
