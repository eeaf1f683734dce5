import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Loadable, LOADING } from '../../data/loadable';
import { Panel } from '../../design/panel';
import { Words } from '../../i18n/words';

const READY: Loadable<true> = { state: 'ready', data: true, isStale: false };
const FAILED: Loadable<true> = {
  state: 'error',
  problem: { type: 'about:blank', title: '', status: 503, detail: 'The warehouse did not answer.', requestId: 'example' },
};

/** A card in each state that it can be in. */
@Component({
  selector: 'eh-states-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Panel, TranslocoPipe],
  template: `
    @for (state of states(); track state.name) {
      <eh-panel
        [heading]="'design.state_' + state.name | transloco"
        [note]="'design.invented' | transloco"
        [load]="state.load"
        [empty]="state.empty"
        [caption]="'design.caption' | transloco"
        [space]="90"
      >
        <p class="figure">16,2 %</p>
      </eh-panel>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 260px), 1fr));
      gap: var(--eh-gap);
    }
    .figure {
      font-size: 32px;
      font-weight: 700;
    }
  `,
})
export class StatesPanel {
  private readonly words = inject(Words);
  private readonly ready = signal(READY);

  protected readonly states = computed(() => [
    { name: 'ready', load: this.ready(), empty: null },
    { name: 'loading', load: LOADING, empty: null },
    { name: 'stale', load: { ...READY, isStale: true } as const, empty: null },
    { name: 'empty', load: READY, empty: this.words.say('reason.no_cases') },
    { name: 'error', load: FAILED, empty: null },
  ]);
}
