import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, output } from '@angular/core';
import type { Chart } from '@evenhand/charts';
import type { ExportFormat } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { evidenceOf, type FileSource } from '../data/file-source';
import { Explaining } from '../explain/explaining';
import { Noting } from '../notes/noting';
import { Icon } from './icon';
import type { PanelTable } from './table/panel-tables';
import type { TableTwin } from './twin-table';

/** The figure of a card whose definition the menu opens, with its filters beyond those of the top bar. */
export interface ExplainedCard {
  readonly metric: string;
  readonly where?: readonly string[];
}

/** ⋮ of a card, a table or a chart: take it along as a file or a picture, copy the link, see how it is computed. */
@Component({
  selector: 'eh-more-menu',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon, TranslocoPipe],
  template: `
    <button
      type="button"
      class="icon-button"
      [cdkMenuTriggerFor]="menu"
      [attr.aria-label]="'export.menu_of' | transloco: { card: name() }"
      [title]="'export.menu' | transloco"
    >
      <eh-icon name="solid_dots" />
    </button>
    <ng-template #menu>
      <div class="menu more" cdkMenu [attr.aria-label]="'export.menu_of' | transloco: { card: name() }">
        @if (twin() !== null) {
          <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="toggleTable.emit()">
            <eh-icon [name]="isTable() ? 'chart' : 'table'" />{{ (isTable() ? 'panel.as_chart' : 'panel.as_table') | transloco }}
          </button>
        }
        @for (format of formats(); track format) {
          <button type="button" class="menu-item" cdkMenuItem [attr.data-format]="format" (cdkMenuItemTriggered)="take(format)">
            <eh-icon name="download" />{{ 'export.' + format | transloco }}
          </button>
        }
        @if (file() === null) {
          @for (table of tables(); track table) {
            <button type="button" class="menu-item" cdkMenuItem data-format="csv" (cdkMenuItemTriggered)="takeTable(table)">
              <eh-icon name="download" />{{ 'export.csv' | transloco }}{{ tables().length > 1 ? ': ' + table.name() : '' }}
            </button>
          }
        }
        @if (evidence(); as evidence) {
          <button type="button" class="menu-item" cdkMenuItem data-format="evidence" (cdkMenuItemTriggered)="pack(evidence)">
            <eh-icon name="download" />{{ 'export.evidence' | transloco }}
          </button>
        }
        @if (chart() !== undefined) {
          @for (format of pictures; track format) {
            <button type="button" class="menu-item" cdkMenuItem [attr.data-format]="format" (cdkMenuItemTriggered)="draw(format)">
              <eh-icon name="chart" />{{ 'export.' + format | transloco }}
            </button>
          }
        }
        <button type="button" class="menu-item" cdkMenuItem data-format="link" (cdkMenuItemTriggered)="copy()">
          <eh-icon name="link" />{{ 'export.link' | transloco }}
        </button>
        @if (noted(); as place) {
          <button type="button" class="menu-item" cdkMenuItem data-format="notes" (cdkMenuItemTriggered)="note(place)">
            <eh-icon name="note" />{{ 'notes.menu' | transloco }}
          </button>
        }
        @if (explained(); as explained) {
          <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="explain(explained)">
            <eh-icon name="info" />{{ 'explain.how' | transloco }}
          </button>
        }
      </div>
    </ng-template>
  `,
  styles: `
    :host {
      display: inline-block;
      flex: none;
    }
    .icon-button {
      width: 30px;
      height: 30px;
    }
    eh-icon {
      width: 16px;
      height: 16px;
    }
    .more .menu-item eh-icon {
      visibility: visible;
    }
    @media (pointer: coarse) {
      .icon-button {
        width: 44px;
        height: 44px;
      }
    }
  `,
})
export class MoreMenu {
  /** What the card is called: the title of its files. */
  readonly name = input.required<string>();
  readonly caption = input('');
  /** Where the server makes a file of it; without one the table leaves as it is shown. */
  readonly file = input<FileSource | null>(null);
  readonly twin = input<TableTwin | null>(null);
  /** Tables of the card, which leave as they are shown where the server makes no file. */
  readonly tables = input<readonly PanelTable[]>([]);
  readonly isTable = input(false);
  readonly chart = input<Chart>();
  readonly explained = input<ExplainedCard | null>(null);
  /** The place whose notes the menu opens; without one there are none. */
  readonly noted = input<string | null>(null);
  readonly toggleTable = output();

  private readonly injector = inject(Injector);
  protected readonly pictures = ['png', 'svg'] as const;
  protected readonly formats = computed<readonly ExportFormat[]>(() => this.file()?.formats ?? (this.twin() === null ? [] : ['csv']));

  /** What proves the file: offered wherever it rests on one definition. */
  protected readonly evidence = computed(() => evidenceOf(this.file()));

  protected async pack(source: FileSource): Promise<void> {
    await (await this.maker()).fetch(source, null);
  }

  protected async take(format: ExportFormat): Promise<void> {
    const [file, twin, maker] = [this.file(), this.twin(), await this.maker()];
    if (file !== null) await maker.fetch(file, format);
    else if (twin !== null) maker.table(twin, this.card());
  }

  protected async takeTable({ name, twin }: PanelTable): Promise<void> {
    (await this.maker()).table(twin(), { ...this.card(), title: name() });
  }

  protected async draw(format: 'png' | 'svg'): Promise<void> {
    const drawing = this.chart()?.drawing() ?? null;
    if (drawing !== null) await (await this.maker()).picture(drawing, this.card(), format);
  }

  protected async copy(): Promise<void> {
    await (await this.maker()).copyLink();
  }

  protected explain({ metric, where = [] }: ExplainedCard): void {
    this.injector.get(Explaining).open(metric, where);
  }

  protected note(place: string): void {
    this.injector.get(Noting).open(place);
  }

  private card() {
    return { title: this.name(), caption: this.caption() };
  }

  /** Loaded when somebody takes something along. */
  private async maker() {
    const { FileMaker } = await import('../files/file-maker');
    return this.injector.get(FileMaker);
  }
}
