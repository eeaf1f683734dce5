import { Injectable, signal } from '@angular/core';
import type { PageAnswer } from '@evenhand/contracts';

/** Up to when the figures on the page are known: the latest instant that one of them names, `null` where none does. */
export function latestAsOf({ answers }: PageAnswer): string | null {
  const instants = Object.values(answers).flatMap((part) => {
    const [row] = 'answer' in part ? part.answer.rows : [];
    return Object.values(row?.values ?? {}).flatMap(({ asOf }) => asOf ?? []);
  });
  return instants.reduce<string | null>((latest, instant) => (latest === null || instant > latest ? instant : latest), null);
}

/** Tells whoever cannot see it that the figures of the page are there, and up to when they are known. */
@Injectable({ providedIn: 'root' })
export class PageUpdates {
  private readonly known = signal<string | null>(null);
  readonly asOf = this.known.asReadonly();

  heard(page: PageAnswer): void {
    this.known.set(latestAsOf(page));
  }
}
