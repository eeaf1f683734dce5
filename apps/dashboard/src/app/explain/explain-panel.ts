import { DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../data/city-facts';
import { filtersOfExplained } from '../data/explain-choice';
import { explanation, type ExplainRequest } from '../data/explanations';
import { Filters } from '../data/filters';
import { readyData } from '../data/loadable';
import { filterTexts } from '../data/rows-behind';
import { Icon } from '../design/icon';
import { Problem } from '../design/problem';
import { Columns } from '../design/table/columns';
import { DataTable } from '../design/table/data-table';
import { ownState } from '../design/table/own-state';
import type { TableColumn } from '../design/table/table-column';
import { FilterText } from '../format/filter-text';
import { Formats } from '../format/formats';
import { Words } from '../i18n/words';
import { ExcludedWords } from './excluded-words';
import { ExplainDefinition } from './explain-definition';
import { Explaining } from './explaining';
import { ExplainStatements } from './explain-statements';
import { ExplainTrust } from './explain-trust';

/** Records that a figure leaves out. */
interface Excluded {
  readonly key: string;
  readonly why: string;
  readonly entity: string;
  readonly rows: number;
}

/** The heading that names the panel. */
export const EXPLAIN_HEADING = 'explain-heading';

/** Beside the page: what a figure means, how sure it is, what it leaves out, and the rows and statements that prove it. */
@Component({
  selector: 'eh-explain-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable, ExplainDefinition, ExplainStatements, ExplainTrust, Icon, Problem, RouterLink, TranslocoPipe],
  templateUrl: './explain-panel.html',
  styleUrl: './explain-panel.css',
})
export class ExplainPanel {
  private readonly columnsOf = inject(Columns);
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly explaining = inject(Explaining);
  private readonly dialog = inject(DialogRef);
  private readonly excludedWords = inject(ExcludedWords);
  private readonly filterText = inject(FilterText);
  protected readonly formats = inject(Formats);
  protected readonly words = inject(Words);

  protected readonly headingId = EXPLAIN_HEADING;

  private readonly asked = computed<ExplainRequest | null>(() => {
    const [figure, range] = [this.explaining.figure(), this.filters.range()];
    const metric = figure === null ? null : this.facts.metric(figure.metric);
    if (figure === null || metric === null || range === null) return null;
    return {
      metric: metric.id,
      from: range.from,
      to: range.to,
      where: filtersOfExplained(figure, this.filters.choice(), metric.dimensions),
    };
  });
  private readonly explained = explanation(this.asked);

  protected readonly load = this.explained.load;
  protected readonly retry = this.explained.retry;
  protected readonly page = computed(() => readyData(this.load()));
  protected readonly isUnknown = computed(() => {
    const figure = this.explaining.figure();
    return figure !== null && this.facts.catalog() !== null && this.facts.metric(figure.metric) === null;
  });

  protected readonly heading = computed(() => {
    const metric = this.facts.metric(this.explaining.figure()?.metric ?? '');
    return metric === null ? this.words.say('explain.how') : this.words.label(metric.label);
  });

  protected readonly about = computed(() => {
    const asked = this.asked();
    if (asked === null) return '';
    return [this.formats.range(asked), ...asked.where.map(this.filterText.of)].join(' · ');
  });

  protected readonly value = computed(() => {
    const page = this.page();
    if (page === null) return '';
    const { value, metric } = page;
    return value.value === null ? this.words.say(`reason.${value.reason ?? 'no_data'}`) : this.formats.withUnit(value.value, metric.unit);
  });

  protected readonly excluded = computed<readonly Excluded[]>(() =>
    (this.page()?.excluded ?? []).map((one) => ({
      key: `${one.why}/${one.entity}/${one.detail}`,
      entity: this.words.sayIfKnown(`entity.${one.entity}`, one.entity),
      why: this.excludedWords.of(one),
      rows: one.rows,
    })),
  );
  protected readonly table = ownState(() => ['why', 'entity', 'records'], [{ column: 'records', isDescending: true }]);
  protected readonly columns = computed<readonly TableColumn<Excluded>[]>(() => [
    this.columnsOf.text<Excluded>('why', 'explain.why', { of: ({ why }) => why, width: 190 }),
    this.columnsOf.text<Excluded>('entity', 'data.entity', { of: ({ entity }) => entity, width: 110 }),
    this.columnsOf.count<Excluded>('records', 'quality.records', { of: ({ rows }) => rows, width: 90 }),
  ]);
  protected readonly idOf = ({ key }: Excluded): string => key;

  /** The rows behind the figure: those that a share counts, and all it rests on. */
  protected readonly rows = computed(() => {
    const [page, asked] = [this.page(), this.asked()];
    if (page === null || asked === null || page.value.n === null) return [];
    const { n, cases } = page.value;
    const parts = [...(cases === null ? [] : [{ part: 'cases', count: cases }]), { part: 'n', count: n }];
    const head = this.words.language() === 'vi' ? 'vi' : 'id';
    return parts.map(({ part, count }) => ({
      part,
      text: this.words.say(`rows.${part === 'n' ? 'all' : 'cases'}`, { count: this.formats.number(count) }),
      link: { ...this.carried(), from: asked.from, to: asked.to, metric: asked.metric, part, where: filterTexts(asked.where) },
      file: `${page.rows.file}&part=${part}&head=${head}`,
    }));
  });

  /** What a link carries along; the filters stand in the rows' own. */
  private readonly carried = computed(() => {
    const { lang } = this.filters.carried();
    return lang === undefined ? {} : { lang };
  });

  protected close(): void {
    this.dialog.close();
  }
}
