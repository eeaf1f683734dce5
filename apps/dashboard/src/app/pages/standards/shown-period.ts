import { computed, inject, Injectable } from '@angular/core';
import type { Day } from '@evenhand/domain';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { UrlState } from '../../data/url-state';
import { isRunning, judgedMonths } from './judged-months';
import { readCell, writeCell } from './matrix-rows';

const MONTHS = 6;

/** Which months of a standard are shown, and which cell of its matrix is open. */
@Injectable({ providedIn: 'root' })
export class ShownPeriod {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly url = inject(UrlState);

  readonly period = computed(() => {
    const [range, known] = [this.filters.range(), this.facts.knownDays()];
    return range === null || known === null ? null : judgedMonths(range, known, MONTHS);
  });
  readonly months = computed(() => this.period()?.months ?? []);
  /** The month that is still running; `null` when none that is shown is. */
  readonly running = computed<Day | null>(() => {
    const [chosen, known] = [this.period()?.chosen ?? null, this.facts.knownDays()];
    return chosen !== null && known !== null && isRunning(chosen, known) ? chosen : null;
  });

  /** The open cell; the whole city in the chosen month unless the link names another. */
  readonly cell = computed(() => {
    const chosen = this.period()?.chosen ?? null;
    if (chosen === null) return null;
    const named = readCell(this.url.params().get('cell'));
    return named !== null && this.months().includes(named.month) ? named : { point: '', month: chosen };
  });

  open(point: string, month: Day): Promise<void> {
    return this.url.set({ cell: writeCell(point, month), breaches: null });
  }
}
