import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { mapReady, readyData } from '../../data/loadable';
import { pointVerdicts } from '../../data/standards';
import { Panel } from '../../design/panel';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { breachRows, judgedMonth, type Verdict } from './breach-rows';

const SHOWN = 6;

/** The points that break one standard this month, those with most people concerned first. */
@Component({
  selector: 'eh-breach-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Panel, RouterLink, TranslocoPipe],
  template: `
    <eh-panel
      [heading]="'act.breach_' + standard() | transloco"
      [note]="note()"
      [load]="load()"
      [empty]="empty()"
      [caption]="caption()"
      [space]="280"
      (retry)="retry()"
    >
      <div class="table-box" tabindex="0" role="group" [attr.aria-label]="'act.breach_' + standard() | transloco">
        <table class="table dense" [id]="'breach-' + standard()">
          <thead>
            <tr>
              <th scope="col">{{ 'ranking.point' | transloco }}</th>
              <th scope="col" class="number">{{ 'act.share_' + standard() | transloco }}</th>
              <th scope="col" class="number">{{ 'act.concerned_' + standard() | transloco }}</th>
              <th scope="col" class="number">{{ 'feeds.coverage' | transloco }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of shown(); track row.point) {
              <tr [attr.data-point]="row.point">
                <th scope="row">
                  <a class="name" [routerLink]="['/points', row.point]" [queryParams]="carried()">{{ nameOf(row.point) }}</a>
                </th>
                <td class="number" [title]="spelled(row)">{{ share(row) }}</td>
                <td class="number">
                  <a [routerLink]="['/standards', standard()]" [queryParams]="cases(row)">{{ formats.count(row.breaches) }}</a>&ngsp;<span
                    class="of"
                    >/ {{ formats.count(row.n) }}</span
                  >
                </td>
                <td class="number">{{ row.coverage === null ? '–' : formats.share(row.coverage, 0) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      @if (shown().length < failing().length) {
        <button type="button" class="button" (click)="isWhole.set(true)">
          {{ 'ranking.all' | transloco: { points: failing().length } }}
        </button>
      }
    </eh-panel>
  `,
  styles: `
    .of {
      color: var(--eh-ink-3);
    }
    td a {
      display: inline-block;
      padding: 4px 0;
    }
    .button {
      margin-top: 8px;
    }
  `,
})
export class BreachPanel {
  /** Which standard: one whose cases can be told apart. */
  readonly standard = input.required<'waiting_time' | 'on_time_settlement'>();

  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly words = inject(Words);
  protected readonly formats = inject(Formats);

  protected readonly carried = this.filters.carried;
  protected readonly isWhole = signal(false);

  private readonly month = computed(() => {
    const [range, known] = [this.filters.range(), this.facts.knownDays()];
    return range === null || known === null ? null : judgedMonth(range, known);
  });
  private readonly verdicts = pointVerdicts(() => {
    const month = this.month();
    return month === null ? null : { ...month, standard: this.standard(), grain: 'month' };
  });
  protected readonly retry = this.verdicts.retry;

  protected readonly load = computed(() => {
    const { branch } = this.filters.choice();
    const isChosen = (code: string): boolean => branch === null || this.facts.point(code)?.branchCode === branch;
    return mapReady(this.verdicts.load(), (verdicts) => breachRows(verdicts, isChosen));
  });
  private readonly rows = computed(() => readyData(this.load()));
  protected readonly failing = computed(() => this.rows()?.failing ?? []);
  protected readonly shown = computed(() => (this.isWhole() ? this.failing() : this.failing().slice(0, SHOWN)));

  protected readonly note = computed(() => {
    const month = this.month();
    return month === null ? '' : this.formats.range(month);
  });
  protected readonly empty = computed(() => (this.failing().length === 0 ? this.words.say('act.none_fails', this.standing()) : null));
  protected readonly caption = computed(() => this.words.say('act.breach_says', this.standing()));

  protected readonly nameOf = (code: string): string => this.facts.point(code)?.name ?? code;
  protected readonly share = ({ value }: Verdict): string => (value === null ? '–' : this.formats.share(value));
  protected readonly spelled = ({ value, interval }: Verdict): string =>
    [value === null ? '' : this.formats.share(value), interval === null ? '' : `(${this.formats.interval(interval, 'share')})`].join(' ');

  /** The very cases that broke the standard at a point. */
  protected readonly cases = ({ point, from }: Verdict) => ({ ...this.carried(), cell: `${point ?? ''}/${from}` });

  private standing(): Readonly<Record<string, string>> {
    const counts = this.rows()?.counts;
    const number = (count = 0): string => this.formats.number(count);
    return { fail: number(counts?.fail), close: number(counts?.too_close), pass: number(counts?.pass), unknown: number(counts?.unknown) };
  }
}
