import { computed, signal } from '@angular/core';
import type { Sort } from '../../format/sort';
import { MOST_PINNED, type TableState } from './table-state';

/** The state of a table that stands only while it is looked at: it is in no link, and nothing remembers it. */
export function ownState(columns: () => readonly string[], first: readonly Sort[] = []): TableState {
  const [sorts, typed, chosen] = [signal(first), signal(''), signal<readonly string[] | null>(null)];
  const [pinned, isBeside] = [signal<readonly string[]>([]), signal(false)];
  const shown = computed(() => columns().filter((id, index) => index === 0 || (chosen()?.includes(id) ?? true)));
  return {
    ...{ sorts, typed, shown, pinned },
    isChosen: computed(() => chosen() !== null),
    isBeside: computed(() => isBeside() && pinned().length > 0),
    sortBy: (wanted) => sorts.set(wanted),
    search: (text) => typed.set(text),
    toggleColumn: (id) => {
      const wanted = columns().filter((column) => (column === id ? !shown().includes(id) : shown().includes(column)));
      if (wanted.length > 1) chosen.set(wanted);
    },
    resetColumns: () => chosen.set(null),
    togglePin: (id) =>
      pinned.update((pins) => (pins.includes(id) ? pins.filter((one) => one !== id) : [...pins, id].slice(0, MOST_PINNED))),
    unpinAll: () => pinned.set([]),
    setBeside: (wanted) => isBeside.set(wanted),
  };
}
