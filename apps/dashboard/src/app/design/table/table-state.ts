import { computed, effect, inject, type Signal, untracked } from '@angular/core';
import { type UrlChanges, UrlState } from '../../data/url-state';
import type { Sort } from '../../format/sort';
import { readSorts, writeSorts } from '../../format/sorts';
import { remembered } from '../../preferences/remembered';

/** How many rows can be held side by side. */
export const MOST_PINNED = 6;

const listed = (text: string | null): readonly string[] => (text ?? '').split(',').filter((part) => part !== '');
const sameTexts = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();
const sameSorts = (a: readonly Sort[], b: readonly Sort[]): boolean => writeSorts(a) === writeSorts(b);

/** A name, or where it comes from when it is not known yet while the table is being made. */
type Name = string | (() => string);
const textOf = (name: Name): string => (typeof name === 'string' ? name : name());

export interface TableSetup {
  /** The table in what the browser remembers of it; empty where it remembers nothing. */
  readonly name: Name;
  /** What its words in the link begin with, where a page has several tables: `findings` reads `findings.sort`. */
  readonly prefix?: Name | undefined;
  /** Every column there is, in reading order. */
  readonly columns: () => readonly string[];
  /** Columns that always show. */
  readonly fixed: () => readonly string[];
  /** Columns that show unless the reader chose. */
  readonly shown: () => readonly string[];
  /** The order unless the reader chose: severity, not alphabet. */
  readonly sorts: () => readonly Sort[];
}

/** What a reader made of a table. It lives in the query string: `sort`, `q`, `columns`, `pin`, `beside`. */
export interface TableState {
  /** True where the columns are the reader's choice. */
  readonly isChosen: Signal<boolean>;
  readonly sorts: Signal<readonly Sort[]>;
  readonly typed: Signal<string>;
  readonly shown: Signal<readonly string[]>;
  readonly pinned: Signal<readonly string[]>;
  readonly isBeside: Signal<boolean>;
  sortBy(sorts: readonly Sort[]): void;
  search(typed: string): void;
  toggleColumn(id: string): void;
  resetColumns(): void;
  togglePin(id: string): void;
  unpinAll(): void;
  setBeside(isBeside: boolean): void;
}

/** The words of one table in the query string. */
function wordsOf({ prefix = '' }: Pick<TableSetup, 'prefix'>) {
  const url = inject(UrlState);
  const named = (word: string): string => (prefix === '' ? word : `${textOf(prefix)}.${word}`);
  const prefixed = (changes: UrlChanges): UrlChanges =>
    Object.fromEntries(Object.entries(changes).map(([word, value]) => [named(word), value]));
  return {
    read: (word: string): string | null => url.params().get(named(word)),
    replace: (changes: UrlChanges): void => void url.replace(prefixed(changes)),
    set: (changes: UrlChanges): void => void url.set(prefixed(changes)),
  };
}

type OwnWords = ReturnType<typeof wordsOf>;

/** The columns in a link, or those of this browser, or the usual ones. */
function shownColumns(words: OwnWords, { name, columns, fixed, shown }: TableSetup): Signal<readonly string[]> {
  // What this browser remembers goes into the link, so that the link shows the same to others.
  effect(() => {
    const own = name === '' ? null : remembered.read(`columns.${textOf(name)}`);
    if (words.read('columns') === null && own !== null && own !== '') untracked(() => words.replace({ columns: own }));
  });
  return computed(
    () => {
      const wanted = listed(words.read('columns'));
      const known = wanted.filter((id) => columns().includes(id));
      return [...fixed(), ...(known.length === 0 ? shown() : columns().filter((id) => known.includes(id)))];
    },
    { equal: sameTexts },
  );
}

/** The state of a table in the query string. Call it while a component is being made. */
export function tableState(setup: TableSetup): TableState {
  const words = wordsOf(setup);
  const shown = shownColumns(words, setup);
  const sorts = computed(() => readSorts(words.read('sort'), [...setup.fixed(), ...setup.columns()], setup.sorts()), { equal: sameSorts });
  const pinned = computed(() => listed(words.read('pin')).slice(0, MOST_PINNED), { equal: sameTexts });
  const remember = (columns: string | null): void => {
    if (setup.name !== '') remembered.write(`columns.${textOf(setup.name)}`, columns ?? '');
    words.replace({ columns });
  };
  return {
    sorts,
    shown,
    pinned,
    isChosen: computed(() => words.read('columns') !== null),
    typed: computed(() => words.read('q') ?? ''),
    isBeside: computed(() => words.read('beside') === 'yes' && pinned().length > 0),
    sortBy: (chosen) => words.replace({ sort: writeSorts(chosen) }),
    search: (typed) => words.replace({ q: typed === '' ? null : typed }),
    toggleColumn: (id) => {
      const columns = setup.columns().filter((column) => (column === id ? !shown().includes(id) : shown().includes(column)));
      if (columns.length > 0) remember(columns.join(','));
    },
    resetColumns: () => remember(null),
    togglePin: (id) => {
      const pins = pinned().includes(id) ? pinned().filter((one) => one !== id) : [...pinned(), id].slice(0, MOST_PINNED);
      words.replace({ pin: pins.length === 0 ? null : pins.join(','), ...(pins.length === 0 ? { beside: null } : {}) });
    },
    unpinAll: () => words.replace({ pin: null, beside: null }),
    setBeside: (isBeside) => words.set({ beside: isBeside ? 'yes' : null }),
  };
}

export interface ListSetup {
  readonly name: Name;
  /** The column that names the row. */
  readonly first: string;
  /** The other columns, in reading order. */
  readonly others: readonly string[];
  /** Those of the others that show only where the reader asks for them. */
  readonly hidden?: readonly string[];
  /** The order unless the reader chose, as a link writes it: `-records,name`. */
  readonly sort: string;
}

/** The state of one of several tables of a page, whose columns are always the same. Call it while a component is being made. */
export function listState({ name, first, others, hidden = [], sort }: ListSetup): TableState {
  const sorts = readSorts(sort, [first, ...others], []);
  const shown = others.filter((id) => !hidden.includes(id));
  return tableState({ name, prefix: name, columns: () => others, fixed: () => [first], shown: () => shown, sorts: () => sorts });
}
