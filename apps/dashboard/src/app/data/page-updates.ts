import { computed, Injectable, signal } from '@angular/core';
import type { PageByRow } from './sent-page';

/** Up to when the figures on the page are known: the latest instant that one of them names, `null` where none does. */
export function latestAsOf({ answers }: PageByRow): string | null {
  const instants = Object.values(answers).flatMap((part) => {
    const [row] = 'answer' in part ? part.answer.rows : [];
    return Object.values(row?.values ?? {}).flatMap(({ asOf }) => asOf ?? []);
  });
  return instants.reduce<string | null>((latest, instant) => (latest === null || instant > latest ? instant : latest), null);
}

/** The lowest share of its days that a figure of everything looked at rests on; `null` where none is known. */
export function lowestCoverage({ answers }: PageByRow): number | null {
  const shares = Object.values(answers).flatMap((part) => {
    const totals = 'answer' in part ? part.answer.rows.filter(({ key }) => Object.keys(key).length === 0) : [];
    return totals.flatMap(({ values }) => Object.values(values).flatMap(({ coverage }) => coverage ?? []));
  });
  return shares.length === 0 ? null : Math.min(...shares);
}

interface Heard {
  readonly asOf: string | null;
  readonly coverage: number | null;
}

const latest = (instants: readonly (string | null)[]): string | null =>
  instants
    .filter((one) => one !== null)
    .toSorted()
    .at(-1) ?? null;

/** Up to when and how completely the figures of a page are known; whoever cannot see that they came is told by it. */
@Injectable({ providedIn: 'root' })
export class PageUpdates {
  private readonly heardOf = signal<ReadonlyMap<object, Heard>>(new Map());
  private readonly all = computed(() => [...this.heardOf().values()]);
  readonly asOf = computed(() => latest(this.all().map(({ asOf }) => asOf)));
  readonly coverage = computed(() => {
    const shares = this.all().flatMap(({ coverage }) => coverage ?? []);
    return shares.length === 0 ? null : Math.min(...shares);
  });

  /** Hears what came to one of those who ask on the page. */
  heard(asker: object, page: PageByRow): void {
    this.heardOf.update((before) => new Map([...before, [asker, { asOf: latestAsOf(page), coverage: lowestCoverage(page) }]]));
  }

  /** Whoever asked is not on the page any more. */
  leave(asker: object): void {
    this.heardOf.update((before) => new Map([...before].filter(([one]) => one !== asker)));
  }
}
