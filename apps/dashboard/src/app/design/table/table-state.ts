import { computed, effect, inject, type Signal, untracked } from '@angular/core';
import { UrlState } from '../../data/url-state';
import type { Sort } from '../../format/sort';
import { readSorts, writeSorts } from '../../format/sorts';
import { remembered } from '../../preferences/remembered';

/** How many rows can be held side by side. */
export const MOST_PINNED = 6;

const listed = (text: string | null): readonly string[] => (text ?? '').split(',').filter((part) => part !== '');
const sameTexts = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();
const sameSorts = (a: readonly Sort[], b: readonly Sort[]): boolean => writeSorts(a) === writeSorts(b);

export interface TableSetup {
  /** The table in what the browser remembers of it. */
  readonly name: string;
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

/** The columns in a link, or those of this browser, or the usual ones. */
function shownColumns(url: UrlState, { name, columns, fixed, shown }: TableSetup): Signal<readonly string[]> {
  const memory = `columns.${name}`;
  const inUrl = computed(() => url.params().get('columns'));
  // What this browser remembers goes into the link, so that the link shows the same to others.
  effect(() => {
    const own = remembered.read(memory);
    if (own !== null && own !== '' && inUrl() === null) untracked(() => void url.replace({ columns: own }));
  });
  return computed(
    () => {
      const wanted = listed(inUrl());
      const known = wanted.filter((id) => columns().includes(id));
      return [...fixed(), ...(known.length === 0 ? shown() : columns().filter((id) => known.includes(id)))];
    },
    { equal: sameTexts },
  );
}

/** The state of a table in the query string. Call it while a component is being made. */
export function tableState(setup: TableSetup): TableState {
  const url = inject(UrlState);
  const shown = shownColumns(url, setup);
  const sorts = computed(() => readSorts(url.params().get('sort'), [...setup.fixed(), ...setup.columns()], setup.sorts()), {
    equal: sameSorts,
  });
  const pinned = computed(() => listed(url.params().get('pin')).slice(0, MOST_PINNED), { equal: sameTexts });
  const remember = (columns: string | null): void => {
    remembered.write(`columns.${setup.name}`, columns ?? '');
    void url.replace({ columns });
  };
  return {
    sorts,
    shown,
    pinned,
    typed: computed(() => url.params().get('q') ?? ''),
    isBeside: computed(() => url.params().get('beside') === 'yes' && pinned().length > 0),
    sortBy: (chosen) => void url.replace({ sort: writeSorts(chosen) }),
    search: (typed) => void url.replace({ q: typed === '' ? null : typed }),
    toggleColumn: (id) => {
      const columns = setup.columns().filter((column) => (column === id ? !shown().includes(id) : shown().includes(column)));
      if (columns.length > 0) remember(columns.join(','));
    },
    resetColumns: () => remember(null),
    togglePin: (id) => {
      const pins = pinned().includes(id) ? pinned().filter((one) => one !== id) : [...pinned(), id].slice(0, MOST_PINNED);
      void url.replace({ pin: pins.length === 0 ? null : pins.join(','), ...(pins.length === 0 ? { beside: null } : {}) });
    },
    unpinAll: () => void url.replace({ pin: null, beside: null }),
    setBeside: (isBeside) => void url.set({ beside: isBeside ? 'yes' : null }),
  };
}
