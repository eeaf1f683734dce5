import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { axisFromZero, IntervalAxis, type IntervalMark, IntervalRow } from '@evenhand/charts';
import type { PointComparison } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { flagOf, flagTone } from '../../data/flags';
import { LOADING, readyData } from '../../data/loadable';
import { pageAnswers } from '../../data/page-answers';
import { Panel } from '../../design/panel';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { PeerWords } from './peer-words';
import { PointAnswers } from './point-answers';
import { PointComparisons } from './point-comparisons';

/** The points most like this one in the chosen figure, itself first; alike in size and work, not in result. */
@Component({
  selector: 'eh-peers-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [IntervalAxis, IntervalRow, Panel, RouterLink, TranslocoPipe],
  template: `
    <eh-panel
      [heading]="'point.peers' | transloco"
      [note]="note()"
      [load]="load()"
      [empty]="rows().length < 2 ? ('point.no_peers' | transloco) : null"
      [caption]="caption()"
      [space]="300"
      (retry)="comparisons.retry()"
    >
      <table id="peers">
        <caption class="visually-hidden">
          {{
            caption()
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ 'ranking.point' | transloco }}</th>
            <th scope="col" class="scale"><eh-interval-axis [axis]="axis()" [format]="tick" /></th>
            <th scope="col" class="number">{{ 'flags.lived' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.code) {
            <tr [class.is-own]="row.isOwn">
              <th scope="row">
                @if (row.isOwn) {
                  {{ row.name }}
                } @else {
                  <a [routerLink]="['/points', row.code]" queryParamsHandling="preserve">{{ row.name }}</a>
                }
              </th>
              <td class="scale">
                <eh-interval-row
                  [mark]="row.mark"
                  [axis]="axis()"
                  [reference]="city()"
                  [band]="band()"
                  [verdict]="row.tone"
                  [label]="row.sentence"
                />
              </td>
              <td class="number" [title]="row.sentence">{{ row.text }}</td>
            </tr>
          }
        </tbody>
      </table>
      @if (pooled() !== '') {
        <p class="pooled">{{ pooled() }}</p>
      }
    </eh-panel>
  `,
  styles: `
    table {
      width: 100%;
      border-collapse: collapse;
      font-size: 13px;
    }
    th {
      padding: 0 8px 0 0;
      font-weight: 500;
      text-align: left;
    }
    thead th {
      color: var(--eh-ink-3);
      font-size: 12px;
    }
    .scale {
      width: 46%;
      padding: 0 14px;
    }
    .number {
      text-align: right;
      white-space: nowrap;
    }
    th a {
      display: inline-block;
      padding: 4px 0;
      color: var(--eh-ink);
      text-decoration: none;
    }
    th a:hover {
      text-decoration: underline;
    }
    .pooled {
      margin-top: 10px;
      color: var(--eh-ink-2);
      font-size: 13px;
    }
    .is-own > * {
      border-bottom: 1px solid var(--eh-line);
      font-weight: 700;
    }
  `,
})
export class PeersPanel {
  protected readonly comparisons = inject(PointComparisons);
  private readonly answers = inject(PointAnswers);
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly said = inject(PeerWords);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  private readonly metric = this.comparisons.chosen;
  protected readonly load = computed(() => {
    const metric = this.metric();
    return metric === null ? LOADING : this.comparisons.of(metric.id);
  });
  private readonly answer = computed(() => readyData(this.load()));
  private readonly own = computed(() => this.comparisons.own(this.metric()?.id ?? ''));
  protected readonly city = computed(() => this.answer()?.city.value ?? null);

  protected readonly note = computed(() => {
    const metric = this.metric();
    return metric === null ? '' : this.words.label(metric.label);
  });

  protected readonly rows = computed(() => {
    const [own, answer] = [this.own(), this.answer()];
    if (own === null || answer === null) return [];
    const byCode = new Map(answer.points.map((one) => [one.point, one]));
    const alike = (own.peers?.points ?? []).flatMap((code) => byCode.get(code) ?? []);
    return [own, ...alike].map((one) => this.row(one, one === own));
  });

  protected readonly band = computed(() => this.own()?.peers?.band ?? null);
  protected readonly axis = computed(() =>
    axisFromZero([...this.rows().flatMap(({ mark }) => [mark.high, mark.value]), this.city(), this.band()?.high ?? null]),
  );
  protected readonly tick = (value: number): string =>
    this.metric()?.unit === 'share' ? this.formats.share(value, 0) : this.formats.number(value);

  protected readonly caption = computed(() => {
    const [peers, unit] = [this.own()?.peers ?? null, this.metric()?.unit ?? 'count'];
    if (peers === null) return '';
    const described = this.words.label(peers.description);
    if (peers.median === null || peers.band === null) return described;
    const params = { median: this.formats.withUnit(peers.median, unit), band: this.formats.interval(peers.band, unit) };
    return `${described} ${this.words.say('point.peers_says', params)}`;
  });

  /** The point against all cases of its peers taken together. */
  private readonly asked = pageAnswers(() => {
    const [code, range, metric] = [this.answers.code(), this.filters.range(), this.metric()];
    if (code === null || range === null || metric === null) return null;
    const where = [{ dimension: 'point' as const, values: [code] }];
    const question = this.filters.question(metric, [], range, { isWholeCity: true, where });
    return question === null ? null : { peers: { ...question, compare: ['peers' as const] } };
  });
  protected readonly pooled = computed(() => {
    const metric = this.metric();
    const figure = metric === null ? null : (readyData(this.asked.of('peers'))?.rows[0]?.values[metric.id] ?? null);
    return metric === null || figure === null ? '' : this.said.pooled(figure, metric);
  });

  private row(one: PointComparison, isOwn: boolean) {
    const unit = this.metric()?.unit ?? 'count';
    return {
      ...{ code: one.point, isOwn, name: this.facts.point(one.point)?.name ?? one.point, mark: livedMark(one) },
      tone: isOwn ? flagTone(flagOf(one)) : ('neutral' as const),
      text: this.formats.withUnit(one.value.value, unit),
      sentence: this.words.label(one.sentence),
    };
  }
}

// Points alike in size and work are held side by side as people lived them: nothing needs to be allowed for.
const livedMark = ({ value }: PointComparison): IntervalMark => ({
  value: value.value,
  low: value.interval?.low ?? null,
  high: value.interval?.high ?? null,
});
