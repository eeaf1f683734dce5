import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CityFacts } from '../../data/city-facts';
import { readyData } from '../../data/loadable';
import { ExplainButton } from '../../explain/explain-button';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { PointAnswers } from './point-answers';
import type { ViewName } from './point-questions';
import { RowsLink } from './rows-link';

/** Figures of the point by name, each a link to the rows behind it, with a button that explains it. */
@Component({
  selector: 'eh-figure-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ExplainButton, RouterLink],
  template: `
    <dl>
      @for (item of items(); track item.id) {
        <div>
          <dt>
            <span>{{ item.label }}</span><eh-explain-button [metric]="item.id" [name]="item.label" [where]="item.rows['where'] ?? null" />
          </dt>
          <dd>
            @if (item.isKnown) {
              <a routerLink="/rows" [queryParams]="item.rows" [title]="item.title">{{ item.value }}</a>
            } @else {
              <span [title]="item.title">{{ item.value }}</span>
            }
          </dd>
        </div>
      }
    </dl>
  `,
  styles: `
    :host {
      display: block;
      container-type: inline-size;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: 10px 8px;
      margin: 0;
    }
    @container (min-width: 640px) {
      dl {
        grid-template-columns: repeat(6, minmax(0, 1fr));
      }
    }
    @container (max-width: 319px) {
      dl {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
    div {
      display: flex;
      flex-direction: column;
      justify-content: space-between;
    }
    dt {
      display: flex;
      gap: 2px;
      align-items: flex-start;
      justify-content: space-between;
      color: var(--eh-ink-3);
      font-size: 12px;
    }
    dt eh-explain-button {
      margin-inline: -4px;
    }
    dd {
      margin: 2px 0 0;
      font-size: 18px;
      font-weight: 600;
      letter-spacing: -0.01em;
    }
    a {
      color: var(--eh-ink);
      text-decoration: underline;
      text-decoration-color: var(--eh-control-line);
      text-underline-offset: 4px;
    }
    a:hover {
      color: var(--eh-brand);
      text-decoration-color: currentColor;
    }
    dd span {
      color: var(--eh-ink-3);
      font-size: 14px;
      font-weight: 500;
    }
  `,
})
export class FigureList {
  readonly view = input.required<ViewName>();
  readonly metrics = input.required<readonly string[]>();

  private readonly answers = inject(PointAnswers);
  private readonly facts = inject(CityFacts);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly rows = inject(RowsLink);

  protected readonly items = computed(() =>
    this.metrics().flatMap((id) => {
      const metric = this.facts.metric(id);
      if (metric === null) return [];
      const figure = readyData(this.answers.figure(this.view(), id));
      const isKnown = figure?.value != null;
      return [
        {
          id,
          label: this.words.label(metric.label),
          value: isKnown ? this.formats.withUnit(figure.value, metric.unit) : this.words.say(`reason.${figure?.reason ?? 'no_data'}`),
          isKnown,
          title: this.words.label(metric.description),
          rows: this.rows.of(id, this.rows.partFor(id, figure)),
        },
      ];
    }),
  );
}
