import { computed, Injectable, signal } from '@angular/core';
import type { PageAnswer } from '@evenhand/contracts';

const NOTHING = { asOf: null, coverage: null };

/** Up to when the figures on the page are known: the latest instant that one of them names, `null` where none does. */
export function latestAsOf({ answers }: PageAnswer): string | null {
  const instants = Object.values(answers).flatMap((part) => {
    const [row] = 'answer' in part ? part.answer.rows : [];
    return Object.values(row?.values ?? {}).flatMap(({ asOf }) => asOf ?? []);
  });
  return instants.reduce<string | null>((latest, instant) => (latest === null || instant > latest ? instant : latest), null);
}

/** The lowest share of its days that a figure of the page rests on; `null` where none is known. */
export function lowestCoverage({ answers }: PageAnswer): number | null {
  const shares = Object.values(answers).flatMap((part) => {
    const [row] = 'answer' in part ? part.answer.rows : [];
    return Object.values(row?.values ?? {}).flatMap(({ coverage }) => coverage ?? []);
  });
  return shares.length === 0 ? null : Math.min(...shares);
}

/** Tells whoever cannot see it that the figures of the page are there, and up to when they are known. */
@Injectable({ providedIn: 'root' })
export class PageUpdates {
  private readonly heardOf = signal<{ readonly asOf: string | null; readonly coverage: number | null }>(NOTHING);
  readonly asOf = computed(() => this.heardOf().asOf);
  readonly coverage = computed(() => this.heardOf().coverage);

  heard(page: PageAnswer): void {
    this.heardOf.set({ asOf: latestAsOf(page), coverage: lowestCoverage(page) });
  }

  /** Another page has figures of its own, or none. */
  forget(): void {
    this.heardOf.set(NOTHING);
  }
}
