import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BarCell } from '@evenhand/charts';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { readyData } from '../../data/loadable';
import { ExplainButton } from '../../explain/explain-button';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { PointAnswers } from './point-answers';
import { THEMES } from './point-questions';
import { RowsLink } from './rows-link';
import { isClearlyBelow } from './themes';

const MOST = 100;

/**
 * What people are content with, theme by theme, as they chose it on the survey form; the least liked first. What they wrote is
 * never stored: it may name people.
 */
@Component({
  selector: 'eh-theme-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [BarCell, ExplainButton, RouterLink, TranslocoPipe],
  template: `
    <h3>{{ 'point.themes' | transloco }}</h3>
    @if (themes().length === 0) {
      <p class="none">{{ 'point.no_forms' | transloco }}</p>
    } @else {
      <table id="themes">
        <caption class="visually-hidden">
          {{
            sentence()
          }}
        </caption>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{{ 'point.theme' | transloco }}</th>
            <th scope="col">{{ 'point.bar_of_100' | transloco }}</th>
            <th scope="col">{{ 'unit.points' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (theme of themes(); track theme.id) {
            <tr>
              <th scope="row">
                {{ theme.name }}<eh-explain-button [metric]="theme.id" [name]="theme.name" [where]="theme.rows['where'] ?? null" />
              </th>
              <td class="bar"><eh-bar-cell [value]="theme.value" [largest]="most" [threshold]="theme.city" /></td>
              <td class="number">
                <a routerLink="/rows" [queryParams]="theme.rows" [title]="theme.title">{{ theme.text }}</a>
              </td>
            </tr>
          }
        </tbody>
      </table>
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
    table {
      width: 100%;
      border-collapse: collapse;
      font-size: 13px;
    }
    th {
      font-weight: 400;
      text-align: left;
    }
    th eh-explain-button {
      vertical-align: middle;
    }
    .bar {
      width: 34%;
      padding: 0 10px;
    }
    .number {
      text-align: right;
    }
    .number a {
      display: inline-block;
      padding: 4px 0;
      color: var(--eh-ink);
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
  private readonly facts = inject(CityFacts);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly rows = inject(RowsLink);
  protected readonly most = MOST;

  protected readonly themes = computed(() =>
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
