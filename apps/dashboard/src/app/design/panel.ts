import { ChangeDetectionStrategy, Component, computed, contentChild, inject, input, output, signal } from '@angular/core';
import { Chart } from '@evenhand/charts';
import { TranslocoPipe } from '@jsverse/transloco';
import type { FileSource } from '../data/file-source';
import type { Loadable } from '../data/loadable';
import { GlossedText } from '../help/glossed-text';
import { Icon } from './icon';
import { type ExplainedCard, MoreMenu } from './more-menu';
import { Problem } from './problem';
import { PanelTables } from './table/panel-tables';
import { type TableTwin, TwinTable } from './twin-table';

/**
 * A card with a heading and one of four states: skeleton, problem, empty (with the reason), content.
 * A drawing brings its finding as `caption` and the same numbers as `twin`; the reader may switch to the table. What can be
 * taken along stands in the menu ⋮: the chart as a picture, the tables, and what the server makes of `file`.
 */
@Component({
  selector: 'eh-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [GlossedText, Icon, MoreMenu, Problem, TranslocoPipe, TwinTable],
  providers: [PanelTables],
  host: { role: 'region', '[attr.aria-label]': 'heading()', '[attr.aria-busy]': 'isBusy()' },
  templateUrl: './panel.html',
  styleUrl: './panel.css',
})
export class Panel {
  readonly heading = input.required<string>();
  readonly note = input('');
  /** What the content waits for; left out when it waits for nothing. */
  readonly load = input<Loadable<unknown> | null>(null);
  /** Why there is nothing to show; `null` when there is something. */
  readonly empty = input<string | null>(null);
  /** The finding in one sentence. */
  readonly caption = input('');
  readonly twin = input<TableTwin | null>(null);
  /** Where the server makes a file of the content. */
  readonly file = input<FileSource | null>(null);
  /** The figure whose definition the menu opens. */
  readonly explained = input<ExplainedCard | null>(null);
  /** The place whose notes the menu opens, for a chart over time. */
  readonly noted = input<string | null>(null);
  /** Height of the skeleton, near that of the content. */
  readonly space = input(220);
  readonly retry = output();

  protected readonly tables = inject(PanelTables).all;
  protected readonly chart = contentChild(Chart);
  protected readonly isTable = signal(false);
  protected readonly fills = computed(() => !this.isTable() && this.chart()?.fills() === true);
  protected readonly isStale = computed(() => {
    const load = this.load();
    return load?.state === 'ready' && load.isStale;
  });
  protected readonly isBusy = computed(() => this.load()?.state === 'loading' || this.isStale());
  protected readonly problem = computed(() => {
    const load = this.load();
    return load?.state === 'error' ? load.problem : null;
  });
  protected readonly hasMenu = computed(
    () =>
      this.isReady() &&
      this.empty() === null &&
      (this.twin() !== null || this.file() !== null || this.chart() !== undefined || this.tables().length > 0),
  );
  protected readonly isReady = computed(() => (this.load()?.state ?? 'ready') === 'ready');
}
