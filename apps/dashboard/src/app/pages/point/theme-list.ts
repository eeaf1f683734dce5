import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { BarCell } from '@evenhand/charts';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { readyData } from '../../data/loadable';
import { ColumnCell } from '../../design/table/column-cell';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { ExplainButton } from '../../explain/explain-button';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { PointAnswers } from './point-answers';
import { THEMES } from './point-questions';
import { RowsLink } from './rows-link';
import { isClearlyBelow } from './themes';

const MOST = 100;

interface Theme {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly city: number | null;
  readonly text: string;
  readonly title: string;
  readonly rows: Readonly<Record<string, string>>;
  readonly isLow: boolean;
}

/**
 * What people are content with, theme by theme, as they chose it on the survey form; the least liked first. What they wrote is
 * never stored: it may name people.
 */
@Component({
  selector: 'eh-theme-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [BarCell, ColumnCell, DataTable, ExplainButton, TranslocoPipe],
  template: `
    <h3>{{ 'point.themes' | transloco }}</h3>
    @if (themes().length === 0) {
      <p class="none">{{ 'point.no_forms' | transloco }}</p>
    } @else {
      <eh-data-table
        key="themes"
        [name]="'point.themes' | transloco"
        [columns]="columns()"
        [rows]="themes()"
        [state]="table"
        [idOf]="idOf"
        [hasPins]="false"
      >
        <ng-template ehColumnCell="theme" [ehColumnCellOf]="themes()" let-theme>
          {{ theme.name }}<eh-explain-button [metric]="theme.id" [name]="theme.name" [where]="theme.rows['where'] ?? null" />
        </ng-template>
        <ng-template ehColumnCell="bar" [ehColumnCellOf]="themes()" let-theme>
          <eh-bar-cell [value]="theme.value" [largest]="most" [threshold]="theme.city" />
        </ng-template>
      </eh-data-table>
      <p class="none">{{ sentence() }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-top: 16px;
    }
    h3 {
      font-size: 13.5px;
      font-weight: 600;
    }
    eh-explain-button {
      vertical-align: middle;
    }
    .none {
      margin-top: 6px;
      color: var(--eh-ink-2);
      font-size: 13px;
    }
  `,
})
export class ThemeList {
  private readonly answers = inject(PointAnswers);
  private readonly columnsOf = inject(Columns);
  private readonly facts = inject(CityFacts);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly rows = inject(RowsLink);
  protected readonly most = MOST;

  protected readonly themes = computed<readonly Theme[]>(() =>
    THEMES.flatMap((id) => {
      const metric = this.facts.metric(id);
      const figure = readyData(this.answers.figure('current', id));
      const city = readyData(this.answers.figure('cityThemes', id));
      if (metric === null || figure?.value == null) return [];
      return [
        {
          ...{ id, name: this.words.say(`theme.${id}`), value: figure.value, city: city?.value ?? null },
          text: this.formats.figure(figure.value, metric.unit),
          title: this.formats.spelled(figure, metric.unit),
          rows: this.rows.of(id, 'n'),
          isLow: isClearlyBelow(figure, city?.value ?? null),
        },
      ];
    }).sort((one, other) => one.value - other.value),
  );

  protected readonly idOf = ({ id }: Theme): string => id;
  protected readonly table = listState({ name: 'themes', first: 'theme', others: ['bar', 'points'], sort: 'points' });
  protected readonly columns = computed<readonly TableColumn<Theme>[]>(() => [
    this.columnsOf.text<Theme>('theme', 'point.theme', { of: ({ name }) => name, width: 190 }),
    {
      ...{ id: 'bar', text: this.words.say('point.bar_of_100'), width: 120, isRoomy: true },
      cell: ({ city }) =>
        city === null ? { text: '' } : { text: '', title: `${this.words.say('points.whole_city')}: ${this.formats.number(city, 1)}` },
    },
    {
      ...{ id: 'points', text: this.words.say('flags.lived'), isNumber: true, width: 84 },
      order: ({ value }) => value,
      cell: ({ text, title, rows }) => ({ text, title, link: { to: ['/rows'], query: rows } }),
    },
  ]);

  protected readonly sentence = computed(() => {
    const [least] = this.themes();
    if (least === undefined) return '';
    const forms = readyData(this.answers.figure('current', 'survey_forms'))?.value ?? 0;
    const low = this.themes().filter(({ isLow }) => isLow);
    const names = low.map(({ name }) => name.toLocaleLowerCase(this.words.language())).join(', ');
    const told = this.words.say('point.themes_say', {
      forms: this.formats.number(forms),
      theme: least.name.toLocaleLowerCase(this.words.language()),
      points: least.text,
    });
    return low.length === 0 ? told : `${told} ${this.words.say('point.themes_low', { names })}`;
  });
}
