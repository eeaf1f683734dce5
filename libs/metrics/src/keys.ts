import type { Dimension } from '@evenhand/domain';
import { keyColumn } from './compile/compile';
import { textOfKey } from './facts/dimension-text';
import { compareTexts, type Key, nameOfText, type ResultRow } from './results';

/** What rows have of a dimension: its words, each once, and which of them each row has. */
export interface KeyColumn {
  readonly dimension: Dimension;
  /** `null` is what the source did not say. */
  readonly texts: readonly (string | null)[];
  readonly places: Int32Array;
}

const isSameList = <T>(a: ArrayLike<T>, b: ArrayLike<T>): boolean => {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
};

/** Many answers have the same words. */
const NAMES = new WeakMap<KeyColumn['texts'], readonly string[]>();

function namesOf(texts: KeyColumn['texts']): readonly string[] {
  const names = NAMES.get(texts) ?? texts.map(nameOfText);
  NAMES.set(texts, names);
  return names;
}

/** The place of each text among all of them in order. */
function ranksOf(texts: KeyColumn['texts']): Int32Array {
  const ranks = new Int32Array(texts.length);
  const ordered = texts.map((_, place) => place).sort((a, b) => compareTexts(texts[a] ?? null, texts[b] ?? null));
  ordered.forEach((place, rank) => (ranks[place] = rank));
  return ranks;
}

interface Reading<Row, Value> {
  readonly valueOf: (row: Row) => Value;
  readonly textOf: (value: Value) => string | null;
}

function keyColumnOf<Row, Value>(dimension: Dimension, rows: readonly Row[], { valueOf, textOf }: Reading<Row, Value>): KeyColumn {
  const [texts, known] = [[] as (string | null)[], new Map<Value, number>()];
  const places = Int32Array.from(rows, (row) => {
    const value = valueOf(row);
    const found = known.get(value) ?? texts.push(textOf(value)) - 1;
    known.set(value, found);
    return found;
  });
  return { dimension, texts, places };
}

/** The keys of rows, by column: no two rows have the same. */
export class Keys {
  private names: readonly (readonly string[])[] | undefined;
  private rows: Map<string, number> | undefined;

  constructor(
    readonly columns: readonly KeyColumn[],
    readonly size: number,
  ) {}

  /** The keys that rows of a statement have of these dimensions. */
  static inRows(rows: readonly ResultRow[], by: readonly Dimension[]): Keys {
    const columns = by.map((dimension) => {
      const column = keyColumn(dimension);
      return keyColumnOf(dimension, rows, { valueOf: (row) => row[column], textOf: (value) => textOfKey(dimension, value) });
    });
    return new Keys(columns, rows.length);
  }

  /** The same keys, by column. */
  static of(keys: readonly Key[], by: readonly Dimension[]): Keys {
    const columns = by.map((dimension) =>
      keyColumnOf(dimension, keys, { valueOf: (key) => key[dimension] ?? null, textOf: (value) => value }),
    );
    return new Keys(columns, keys.length);
  }

  /** The key of a row, in the words of an answer. */
  at(row: number): Key {
    const key: { [Name in Dimension]?: string | null } = {};
    for (const { dimension, texts, places } of this.columns) key[dimension] = texts[places[row] ?? 0] ?? null;
    return key;
  }

  /** The key of a row as text that can be looked up, as `keyText` makes it. */
  nameAt(row: number): string {
    this.names ??= this.columns.map(({ texts }) => namesOf(texts));
    let name = '';
    for (let column = 0; column < this.columns.length; column++) name += this.names[column]?.[this.columns[column]?.places[row] ?? 0] ?? '';
    return name;
  }

  /** The row whose key has this name; −1 where there is none. */
  rowOf(name: string): number {
    if (!this.rows) {
      this.rows = new Map();
      for (let row = 0; row < this.size; row++) this.rows.set(this.nameAt(row), row);
    }
    return this.rows.get(name) ?? -1;
  }

  /** Whether row by row the keys are the same. */
  isSameAs({ columns, size }: Keys): boolean {
    return (
      size === this.size &&
      isSameList(
        columns.map(({ dimension }) => dimension),
        this.columns.map(({ dimension }) => dimension),
      ) &&
      columns.every(({ texts, places }, column) => {
        const own = this.columns[column];
        return own !== undefined && isSameList(places, own.places) && isSameList(texts, own.texts);
      })
    );
  }

  /** Compares rows by the dimensions one after another. */
  get comparing(): (a: number, b: number) => number {
    const ranked = this.columns.map(({ texts, places }) => ({ ranks: ranksOf(texts), places }));
    return (a, b) => {
      for (const { ranks, places } of ranked) {
        const order = (ranks[places[a] ?? 0] ?? 0) - (ranks[places[b] ?? 0] ?? 0);
        if (order !== 0) return order;
      }
      return 0;
    };
  }

  /** Whether the rows lie in the order of their keys and none of them has the key of another. */
  get isInOrder(): boolean {
    const compare = this.comparing;
    for (let row = 1; row < this.size; row++) if (compare(row - 1, row) >= 0) return false;
    return true;
  }
}

/** Rows that several have between them, and where each has them. */
export interface Joined {
  readonly keys: Keys;
  /** For each of those joined the row that it has of each key, −1 where it has none; `null` where its rows are the same. */
  readonly rowsIn: readonly (Int32Array | null)[];
}

/** Something that has rows, not all of which need be wanted. */
interface Joining {
  readonly keys: Keys;
  readonly isWanted?: (row: number) => boolean;
}

/** Every key of several once, in order. A row that is not wanted joins those that others have. */
export function joined(by: readonly Dimension[], all: readonly Joining[]): Joined {
  const [first, ...others] = all.filter(({ keys }) => keys.size > 0);
  const isOne = first && first.isWanted === undefined && others.every(({ keys }) => keys.isSameAs(first.keys)) && first.keys.isInOrder;
  if (!isOne) return merged(by, all);
  const none = new Int32Array(first.keys.size).fill(-1);
  return { keys: first.keys, rowsIn: all.map(({ keys }) => (keys.size > 0 ? null : none)) };
}

/** Of so many combinations of words a list is kept; of more, those that there are. */
const MOST_LISTED = 1_000_000;

/** Finds the row of a number: rows that have the same key have the same one. */
type Index = (number: number) => number;

function indexed(numbers: Float64Array, combinations: number): Index {
  if (combinations > MOST_LISTED) {
    const rows = new Map<number, number>();
    numbers.forEach((number, row) => rows.set(number, row));
    return (number) => rows.get(number) ?? -1;
  }
  const rows = new Int32Array(combinations).fill(-1);
  for (let row = 0; row < numbers.length; row++) rows[numbers[row] ?? 0] = row;
  return (number) => rows[number] ?? -1;
}

/** The words of several columns, each once and in order. */
const wordsOf = (columns: readonly KeyColumn['texts'][]): readonly (string | null)[] =>
  [...new Set(columns.flat())].sort((one, other) => compareTexts(one, other));

/** Numbers the keys of rows by the places of their words, so that keys that come first have the lower numbers. */
function numbersOf({ columns, size }: Keys, words: readonly (readonly (string | null)[])[]): Float64Array {
  const numbers = new Float64Array(size);
  words.forEach((all, column) => {
    const ranks = new Map(all.map((word, rank) => [word, rank]));
    const { texts = [], places = new Int32Array() } = columns[column] ?? {};
    const rankOf = Int32Array.from(texts, (text) => ranks.get(text) ?? 0);
    for (let row = 0; row < size; row++) numbers[row] = (numbers[row] ?? 0) * all.length + (rankOf[places[row] ?? 0] ?? 0);
  });
  return numbers;
}

/** The keys that have these numbers. */
function keysOf(numbers: Float64Array, by: readonly Dimension[], words: readonly (readonly (string | null)[])[]): Keys {
  const rest = numbers.slice();
  const columns = by.map((dimension, at): KeyColumn => ({ dimension, texts: words[at] ?? [], places: new Int32Array(numbers.length) }));
  for (const { texts, places } of [...columns].reverse())
    for (let row = 0; row < rest.length; row++) {
      const number = rest[row] ?? 0;
      places[row] = number % texts.length;
      rest[row] = Math.floor(number / texts.length);
    }
  return new Keys(columns, numbers.length);
}

function merged(by: readonly Dimension[], all: readonly Joining[]): Joined {
  const words = by.map((_, column) => wordsOf(all.map(({ keys }) => keys.columns[column]?.texts ?? [])));
  const combinations = words.reduce((product, { length }) => product * length, 1);
  const numbers = all.map(({ keys }) => numbersOf(keys, words));
  const wanted = all.map(({ isWanted }, at) => (isWanted ? numbers[at]?.filter((_, row) => isWanted(row)) : numbers[at]) ?? []);
  const each = Float64Array.from(new Set(wanted.flatMap((some) => [...some]))).sort();
  const rowsIn = numbers.map((own) => each.map(indexed(own, combinations))).map((rows) => Int32Array.from(rows));
  return { keys: keysOf(each, by, words), rowsIn };
}
