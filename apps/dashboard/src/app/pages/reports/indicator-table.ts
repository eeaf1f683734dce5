import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Index766Page } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { UrlState } from '../../data/url-state';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { ReportWords } from './report-words';

type Indicator = Index766Page['units'][number]['indicators'][number];

/** Every indicator of index 766 with what it rests on, what costs points and what nobody knows. */
@Component({
  selector: 'eh-indicator-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <div class="table-box" tabindex="0" role="group" [attr.aria-label]="'reports.indicators' | transloco">
      <table class="table" id="indicators">
        <caption class="visually-hidden">
          {{
            'reports.indicators' | transloco
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ 'reports.indicator' | transloco }}</th>
            <th scope="col" class="number">{{ 'reports.points' | transloco }}</th>
            <th scope="col">{{ 'reports.rests_on' | transloco }}</th>
            <th scope="col">{{ 'reports.lost_by' | transloco }}</th>
            <th scope="col">{{ 'reports.missing' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (one of indicators(); track one.id) {
            <tr [attr.data-indicator]="one.id">
              <th scope="row">
                <details>
                  <summary>{{ one.number }} {{ one.text }}</summary>
                  <p>{{ one.formula }}</p>
                </details>
              </th>
              <td class="number">
                <b [class.is-open]="one.isOpen">{{ one.points }}</b> / {{ one.max }}
              </td>
              <td class="basis">{{ one.ground }}</td>
              <td>
                @for (cause of one.lost; track cause.id) {
                  <p>
                    <button type="button" [attr.aria-pressed]="cause.isOpen" (click)="show(cause.id)">{{ cause.text }}</button>
                    {{ cause.costs }}
                  </p>
                }
              </td>
              <td class="basis">
                @for (line of one.missing; track $index) {
                  <p>{{ line }}</p>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .table {
      min-width: 760px;
    }
    .table tbody th,
    .table tbody td {
      vertical-align: top;
    }
    .table tbody th {
      min-width: 220px;
    }
    summary {
      font-weight: 500;
      cursor: pointer;
    }
    details p,
    .basis {
      color: var(--eh-ink-2);
      font-size: 13px;
    }
    b {
      font-weight: 600;
    }
    .is-open {
      padding: 1px 5px;
      border-radius: 4px;
      background: repeating-linear-gradient(45deg, var(--eh-unknown-line) 0 2px, var(--eh-unknown) 2px 6px);
    }
    td p {
      font-size: 13px;
    }
    button {
      min-height: 24px;
      padding: 0;
      border: 0;
      background: none;
      text-align: left;
      text-decoration: underline;
      text-decoration-color: var(--eh-control-line);
      text-underline-offset: 3px;
      cursor: pointer;
    }
    button:hover,
    button[aria-pressed='true'] {
      color: var(--eh-brand);
    }
    @media print {
      .table {
        min-width: 0;
      }
    }
  `,
})
export class IndicatorTable {
  readonly unit = input.required<Index766Page['units'][number]>();
  /** The cause whose cases are open. */
  readonly cause = input<string | null>(null);

  private readonly url = inject(UrlState);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly reports = inject(ReportWords);

  protected readonly indicators = computed(() =>
    this.unit().indicators.map((indicator) => ({
      id: indicator.id,
      number: this.reports.id(indicator.id),
      text: this.words.label(indicator.label),
      formula: this.words.label(indicator.formula),
      max: this.formats.number(indicator.max),
      points: this.reports.points(indicator.points),
      isOpen: this.reports.isOpen(indicator.points),
      ground: this.groundOf(indicator),
      lost: indicator.lost.map(({ id, label, cases, points }) => ({
        id,
        isOpen: id === this.cause(),
        text: this.words.label(label),
        costs: this.words.say('reports.costs', { points: this.reports.lost(points), cases: this.formats.number(cases) }),
      })),
      missing: [
        ...indicator.missing.map(({ label, cases }) =>
          cases === null ? this.words.label(label) : `${this.words.label(label)}: ${this.formats.number(cases)}`,
        ),
        ...(indicator.doubtful === 0 ? [] : [this.words.say('reports.doubtful', { cases: this.formats.number(indicator.doubtful) })]),
      ],
    })),
  );

  protected show(cause: string): void {
    void this.url.set({ cause: this.cause() === cause ? null : cause, page: null });
  }

  private groundOf({ ground, counted, seen, basis }: Indicator): string {
    const said = this.words.say(`reports.ground_${ground}`);
    const counts =
      counted === null
        ? []
        : [this.words.say('reports.met_of', { met: this.formats.number(counted.met), of: this.formats.number(counted.of) })];
    const looked = seen === null ? [] : [this.words.say('reports.seen', { cases: this.formats.number(seen) })];
    return [said, ...counts, ...looked, ...(basis === null ? [] : [basis])].join(' · ');
  }
}
