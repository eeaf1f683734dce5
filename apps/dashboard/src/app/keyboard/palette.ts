import { DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../data/city-facts';
import { Filters } from '../data/filters';
import { readyData } from '../data/loadable';
import { mayOpen } from '../data/page-access';
import { Session } from '../data/session';
import { allStandards } from '../data/standards';
import { Words } from '../i18n/words';
import { PAGE_ENTRIES } from '../shell/page-entries';
import { found, type PaletteEntry } from './palette-entries';

/** The heading that names the search. */
export const PALETTE_HEADING = 'palette-heading';

/** Searches pages, points, standards and metrics by name, and goes there: one box, arrows and Enter. */
@Component({
  selector: 'eh-palette',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  templateUrl: './palette.html',
  styleUrl: './palette.css',
})
export class Palette {
  private readonly words = inject(Words);
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly session = inject(Session).state;
  private readonly router = inject(Router);
  private readonly dialog = inject(DialogRef);
  private readonly box = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly standards = allStandards().load;

  protected readonly headingId = PALETTE_HEADING;
  protected readonly typed = signal('');
  protected readonly entries = computed(() => found(this.all(), this.typed()));
  /** The entry that Enter goes to: the first of what was found. */
  protected readonly active = linkedSignal({ source: this.entries, computation: () => 0 });
  protected readonly said = computed(() => this.words.say('palette.found', { entries: this.entries().length }));

  private readonly all = computed<readonly PaletteEntry[]>(() => {
    const { say, label } = this.words;
    const branchOf = (code: string | null): string => this.facts.branch(code)?.name ?? '';
    const pages = PAGE_ENTRIES.map(({ path, text }): PaletteEntry => ({ kind: 'page', text: say(text), note: '', path: [path] }));
    const design: PaletteEntry = { kind: 'page', text: say('design.title'), note: '', path: ['/design'] };
    const points = this.facts.points().map(({ code, name, branchCode }): PaletteEntry => {
      return { kind: 'point', text: name, note: branchOf(branchCode), path: ['/points', code] };
    });
    const standards = (readyData(this.standards())?.standards ?? []).map((one): PaletteEntry => {
      return { kind: 'standard', text: label(one.label), note: label(one.promise), path: ['/standards', one.id] };
    });
    const metrics = (this.facts.catalog()?.metrics ?? []).map((metric): PaletteEntry => {
      const asked = { kind: 'metric', text: label(metric.label), note: label(metric.description), path: ['/explore'] } as const;
      return { ...asked, params: { measure: metric.id } };
    });
    return [...pages, design, ...points, ...standards, ...metrics].filter(({ path }) => mayOpen(this.session(), path.join('/')));
  });

  constructor() {
    effect(() => {
      this.box.querySelector(`#palette-${this.active()}`)?.scrollIntoView?.({ block: 'nearest' });
    });
  }

  protected onKey(event: KeyboardEvent): void {
    const last = this.entries().length - 1;
    const place = this.active();
    if (event.key === 'ArrowDown') this.active.set(place >= last ? 0 : place + 1);
    else if (event.key === 'ArrowUp') this.active.set(place <= 0 ? Math.max(0, last) : place - 1);
    else if (event.key === 'Enter') this.go(this.entries()[place]);
    else return;
    event.preventDefault();
  }

  protected go(entry: PaletteEntry | undefined): void {
    if (entry === undefined) return;
    this.dialog.close();
    void this.router.navigate([...entry.path], { queryParams: { ...this.filters.carried(), ...entry.params } });
  }
}
