import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ExplanationPage } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Columns } from '../design/table/columns';
import { DataTable } from '../design/table/data-table';
import { ownState } from '../design/table/own-state';
import type { TableColumn } from '../design/table/table-column';
import { Formats } from '../format/formats';
import { Words } from '../i18n/words';

type Feed = ExplanationPage['feeds'][number];

interface FeedRow {
  readonly key: string;
  readonly entity: string;
  readonly source: string;
  readonly latestAt: string;
  readonly silent: string;
  readonly isSilent: boolean;
  readonly silentDays: number;
}

/** How sure a figure is: its cases, its interval, what the silent feeds leave open, and what each feed told. */
@Component({
  selector: 'eh-explain-trust',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable, TranslocoPipe],
  template: `
    <dl>
      @for (fact of facts(); track fact.name) {
        <div>
          <dt>{{ fact.name }}</dt>
          <dd>{{ fact.text }}</dd>
        </div>
      }
    </dl>
    @if (feeds().length > 0) {
      <h4>{{ 'explain.feeds' | transloco }}</h4>
      <eh-data-table
        key="explained-feeds"
        [name]="'explain.feeds' | transloco"
        [columns]="columns()"
        [rows]="feeds()"
        [state]="table"
        [idOf]="idOf"
        [hasPins]="false"
      />
    }
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 8px 16px;
      margin: 0 0 10px;
    }
    dt {
      color: var(--eh-ink-3);
      font-size: 12px;
    }
    dd {
      margin: 0;
      font-size: 13.5px;
    }
    h4 {
      padding: 4px 0;
      color: var(--eh-ink-3);
      font-size: 12px;
      font-weight: 400;
    }
  `,
})
export class ExplainTrust {
  readonly page = input.required<ExplanationPage>();

  private readonly columnsOf = inject(Columns);
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  protected readonly facts = computed(() => {
    const { value, metric } = this.page();
    const { say } = this.words;
    const bounds = this.formats.bounds(value, metric.unit);
    const told: readonly (readonly [string, string | null])[] = [
      ['n', this.formats.count(value.n)],
      ['cases', value.cases === null ? null : this.formats.number(value.cases)],
      ['interval', value.interval === null ? say('explain.no_interval') : this.formats.interval(value.interval, metric.unit)],
      ['bounds', bounds === '' ? null : bounds],
      ['coverage', this.coverage()],
      ['as_of', value.asOf === null ? say('reason.no_data') : this.formats.instant(value.asOf)],
      ['read', [say(`explain.from_${value.from}`), ...(value.approximate ? [say('explain.approximate')] : [])].join(', ')],
      ['published', this.published()],
    ];
    return told.flatMap(([id, text]) => (text === null ? [] : [{ name: say(`explain.fact_${id}`), text }]));
  });

  protected readonly table = ownState(() => ['entity', 'latest', 'silent']);
  protected readonly columns = computed<readonly TableColumn<FeedRow>[]>(() => [
    this.columnsOf.text<FeedRow>('entity', 'data.source', {
      of: ({ entity }) => entity,
      cell: ({ entity, source }) => ({ text: entity, title: source, aside: source }),
      width: 150,
    }),
    this.columnsOf.instant<FeedRow>('latest', 'data.latest', { of: ({ latestAt }) => latestAt, width: 100 }),
    {
      ...{ id: 'silent', text: this.words.say('explain.silent'), width: 140, isLargestFirst: true },
      order: ({ silentDays }) => silentDays,
      cell: ({ silent, isSilent }) => ({ text: silent, look: isSilent ? 'partial' : 'plain' }),
    },
  ]);
  protected readonly idOf = ({ key }: FeedRow): string => key;

  protected readonly feeds = computed<readonly FeedRow[]>(() =>
    this.page().feeds.map((feed) => ({
      key: `${feed.entity}/${feed.source}`,
      entity: this.words.sayIfKnown(`entity.${feed.entity}`, feed.entity),
      source: feed.source,
      latestAt: feed.latestAt,
      silent: this.silence(feed),
      isSilent: feed.silentDays > 0,
      silentDays: feed.silentDays,
    })),
  );

  private silence({ days, silentDays }: Feed): string {
    if (days === 0) return this.words.say('explain.not_judged');
    return this.words.say('explain.silent_days', { silent: this.formats.number(silentDays), days: this.formats.number(days) });
  }

  private coverage(): string | null {
    const parts = this.page().coverage.map(({ entity, share }) => {
      const text = share === null ? this.words.say('explain.not_expected') : this.formats.share(share);
      return `${this.words.sayIfKnown(`entity.${entity}`, entity)}: ${text}`;
    });
    return parts.length === 0 ? null : parts.join('; ');
  }

  private published(): string | null {
    const [last] = this.page().published;
    return last === undefined ? null : this.formats.instant(last);
  }
}
