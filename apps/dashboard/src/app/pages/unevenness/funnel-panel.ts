import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';
import type { ComparisonAnswer } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { placedPoints } from '../../data/funnel-points';
import { type Loadable, readyData } from '../../data/loadable';
import { FunnelView } from '../../design/funnel-view';
import { FunnelWords } from '../../design/funnel-words';
import { Panel } from '../../design/panel';
import type { TableTwin } from '../../design/twin-table';
import { Words } from '../../i18n/words';

/** Points by their number of cases, against the limits that chance and ordinary differences keep. */
@Component({
  selector: 'eh-funnel-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FunnelView, Panel, TranslocoPipe],
  template: `
    <eh-panel
      [heading]="'funnel.title' | transloco"
      [note]="note()"
      [load]="load()"
      [empty]="empty()"
      [caption]="caption()"
      [twin]="twin()"
      [space]="500"
      (retry)="retry.emit()"
    >
      @if (answer(); as answer) {
        <eh-funnel-view [answer]="answer" [label]="caption()" [height]="height" (picked)="open($event)" />
      }
      <p class="how">{{ 'funnel.how' | transloco }}</p>
    </eh-panel>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    eh-panel {
      height: 100%;
    }
    .how {
      margin-top: 8px;
      color: var(--eh-ink-3);
      font-size: 12.5px;
    }
  `,
})
export class FunnelPanel {
  readonly load = input.required<Loadable<ComparisonAnswer>>();
  readonly retry = output();

  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly said = inject(FunnelWords);
  /** As high as the list beside it where there is room, no higher than a phone can show. */
  protected readonly height = (width: number): number => Math.min(560, Math.max(380, width * 1.2));

  protected readonly answer = computed(() => readyData(this.load()));
  private readonly metric = computed(() => this.facts.metric(this.answer()?.metric ?? ''));

  private readonly placed = computed(() => {
    const [answer, metric] = [this.answer(), this.metric()];
    return answer === null || metric === null ? [] : placedPoints(answer, metric);
  });

  protected readonly note = computed(() => {
    const [answer, metric] = [this.answer(), this.metric()];
    if (answer === null || metric === null) return '';
    const isMoved = answer.adjust !== 'none';
    return this.words.say(isMoved ? 'funnel.note_casemix' : 'funnel.note_none', { metric: this.words.label(metric.label) });
  });

  protected readonly empty = computed(() => {
    if (this.load().state !== 'ready' || this.placed().length > 0) return null;
    return this.words.say('funnel.empty');
  });

  protected readonly caption = computed(() => {
    const [answer, metric] = [this.answer(), this.metric()];
    return answer === null || metric === null ? '' : this.said.finding(answer, metric);
  });

  protected readonly twin = computed<TableTwin | null>(() => {
    const [answer, metric] = [this.answer(), this.metric()];
    return answer === null || metric === null ? null : this.said.twin(answer, metric);
  });

  protected open(code: string): void {
    void this.router.navigate(['/points', code], { queryParams: this.filters.carried() });
  }
}
