import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { axisFromZero, IntervalAxis, type IntervalMark, IntervalRow } from '@evenhand/charts';
import type { PointComparison } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { Filters } from '../../data/filters';
import { flagOf, flagTone } from '../../data/flags';
import { LOADING, readyData } from '../../data/loadable';
import { pageAnswers } from '../../data/page-answers';
import { Panel } from '../../design/panel';
import { ColumnCell } from '../../design/table/column-cell';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import { HeadCell } from '../../design/table/head-cell';
import type { TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { PeerWords } from './peer-words';
import { PointAnswers } from './point-answers';
import { PointComparisons } from './point-comparisons';

interface PeerRow {
  readonly code: string;
  readonly mark: IntervalMark;
  readonly tone: ReturnType<typeof flagTone>;
  readonly text: string;
  readonly sentence: string;
}

/** The points most like this one in the chosen figure, itself first; alike in size and work, not in result. */
@Component({
  selector: 'eh-peers-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ColumnCell, DataTable, HeadCell, IntervalAxis, IntervalRow, Panel, TranslocoPipe],
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
      <eh-data-table
        key="peers"
        [name]="'point.peers' | transloco"
        [columns]="columns()"
        [rows]="rows()"
        [state]="table"
        [idOf]="idOf"
        [chosen]="answers.code()"
        [isOfPlaces]="true"
        [isCompact]="true"
        [hasPins]="false"
      >
        <ng-template ehHeadCell="interval"><eh-interval-axis [axis]="axis()" [format]="tick" /></ng-template>
        <ng-template ehColumnCell="interval" [ehColumnCellOf]="rows()" let-row>
          <eh-interval-row
            [mark]="row.mark"
            [axis]="axis()"
            [reference]="city()"
            [band]="band()"
            [verdict]="row.tone"
            [label]="row.sentence"
          />
        </ng-template>
      </eh-data-table>
      @if (pooled() !== '') {
        <p class="pooled">{{ pooled() }}</p>
      }
    </eh-panel>
  `,
  styles: `
    eh-interval-axis,
    eh-interval-row {
      margin-inline: 8px;
    }
    .pooled {
      margin-top: 10px;
      color: var(--eh-ink-2);
      font-size: 13px;
    }
  `,
})
export class PeersPanel {
  protected readonly comparisons = inject(PointComparisons);
  protected readonly answers = inject(PointAnswers);
  private readonly columnsOf = inject(Columns);
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

  protected readonly rows = computed<readonly PeerRow[]>(() => {
    const [own, answer] = [this.own(), this.answer()];
    if (own === null || answer === null) return [];
    const byCode = new Map(answer.points.map((one) => [one.point, one]));
    const alike = (own.peers?.points ?? []).flatMap((code) => byCode.get(code) ?? []);
    return [own, ...alike].map((one) => this.row(one, one === own));
  });

  protected readonly idOf = ({ code }: PeerRow): string => code;
  /** Those most like the point stand first. */
  protected readonly table = listState({ name: 'peers', first: 'point', others: ['interval', 'value'], sort: '' });
  protected readonly columns = computed<readonly TableColumn<PeerRow>[]>(() => [
    { ...this.columnsOf.point<PeerRow>('point', ({ code }) => code), width: 124 },
    {
      ...{ id: 'interval', text: this.words.say('ranking.interval'), width: 120 },
      order: ({ mark }) => mark.low,
      cell: ({ sentence }) => ({ text: sentence }),
    },
    {
      ...{ id: 'value', text: this.words.say('flags.lived'), isNumber: true, width: 84 },
      isLargestFirst: this.metric()?.direction !== 'up',
      order: ({ mark }) => mark.value,
      cell: ({ text, sentence, mark }) => (mark.value === null ? this.columnsOf.unknown() : { text, title: sentence }),
    },
  ]);

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

  private row(one: PointComparison, isOwn: boolean): PeerRow {
    const unit = this.metric()?.unit ?? 'count';
    return {
      ...{ code: one.point, mark: livedMark(one) },
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
