import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { Params } from '@angular/router';
import type { ComparisonAnswer, UnevennessAnswer } from '@evenhand/contracts';
import type { Answer } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { type CatalogMetric, CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { type Loadable, readyData } from '../../data/loadable';
import { Panel } from '../../design/panel';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { contributions, type Contribution, whyParts } from './why-parts';

const SHOWN = 5;

/** Why points differ: what the kind of work explains, and which procedures add most to what goes wrong. */
@Component({
  selector: 'eh-why-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable, Panel, TranslocoPipe],
  templateUrl: './why-panel.html',
  styleUrl: './why-panel.css',
})
export class WhyPanel {
  readonly metric = input.required<CatalogMetric | null>();
  readonly comparison = input.required<Loadable<ComparisonAnswer>>();
  readonly unevenness = input.required<Loadable<UnevennessAnswer>>();
  /** The metric by procedure; `null` where it cannot be asked so. */
  readonly procedures = input.required<Loadable<Answer | null>>();
  /** Code of the point whose procedures are looked at; `null` for the whole city. */
  readonly point = input<string | null>(null);
  readonly retry = output();

  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly columnsOf = inject(Columns);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  protected readonly note = computed(() => {
    const metric = this.metric();
    return metric === null ? '' : this.words.label(metric.label);
  });

  private readonly measures = computed(() => readyData(this.unevenness())?.whole.measures ?? null);

  protected readonly parts = computed(() => {
    const comparison = readyData(this.comparison());
    const parts = comparison === null ? null : whyParts(comparison.scatter.phi, this.measures()?.explained_by_mix ?? null);
    if (parts === null || comparison === null || comparison.scatter.points === 0) return [];
    return (['mix', 'own', 'chance'] as const).map((kind) => {
      const share = parts[kind];
      return {
        kind,
        // Where nobody can tell what the work explains, real differences are all there are.
        name: this.words.say(kind === 'own' && parts.mix === null ? 'why.own_all' : `why.${kind}`),
        width: share === null ? null : Math.max(0, Math.min(100, share * 100)),
        text: share === null ? this.words.say('why.cannot_tell') : this.formats.share(share, 0),
      };
    });
  });

  /** What the bars come to: what the work explains, and how far points really differ. */
  protected readonly finding = computed(() => {
    const [mix, spread] = [this.measures()?.explained_by_mix, readyData(this.comparison())?.scatter];
    return [mix?.label ?? mix?.reason, spread?.label].flatMap((label) => (label ? [this.words.label(label)] : [])).join(' ');
  });

  private readonly adding = computed(() => {
    const metric = this.metric();
    if (metric?.kind !== 'rate' || metric.direction === 'none') return [];
    return contributions(readyData(this.procedures()), metric.id, metric.direction);
  });

  protected readonly rows = computed(() => this.adding().slice(0, SHOWN));
  protected readonly idOf = ({ procedure }: Contribution): string => procedure;
  protected readonly table = listState({ name: 'why', first: 'procedure', others: ['bad', 'part'], sort: '-bad' });
  protected readonly columns = computed<readonly TableColumn<Contribution>[]>(() => {
    const most = this.adding()[0]?.badShare ?? 1;
    return [
      this.columnsOf.text<Contribution>('procedure', 'why.procedure', {
        of: ({ procedure }) => this.nameOf(procedure),
        cell: ({ procedure }) => ({
          text: this.nameOf(procedure),
          title: this.nameOf(procedure),
          link: { to: ['/rows'], query: this.rowsOf(procedure) },
        }),
      }),
      {
        ...this.columnsOf.share<Contribution>('bad', 'why.of_other', {
          of: ({ badShare }) => badShare,
          cell: ({ badShare }) => ({ text: this.formats.share(badShare), bar: badShare / most }),
        }),
        text: this.badCases(),
      },
      { ...this.columnsOf.share<Contribution>('part', 'why.of_all', { of: ({ nShare }) => nShare, width: 84 }), isRoomy: true },
    ];
  });

  protected readonly sentence = computed(() => {
    const [first] = this.adding();
    if (first === undefined) return this.procedures().state === 'ready' ? this.words.say('why.no_procedures') : '';
    const place = this.facts.point(this.point() ?? '')?.name;
    const said = this.words.say(first.badShare > first.nShare ? 'why.most' : 'why.most_usual', {
      bad: this.formats.share(first.badShare, 0),
      cases: this.badCases().toLocaleLowerCase(this.words.language()),
      procedure: this.nameOf(first.procedure),
      part: this.formats.share(first.nShare, 0),
    });
    return place === undefined ? said : `${place}: ${said}`;
  });

  private rowsOf(procedure: string): Params {
    return { ...this.filters.carried(), metric: this.metric()?.id ?? null, part: 'n', where: this.whereOf(procedure) };
  }

  private whereOf(procedure: string): readonly string[] {
    const point = this.point();
    return [`procedure:${procedure}`, ...(point === null ? [] : [`point:${point}`])];
  }

  private badCases(): string {
    return this.words.sayIfKnown(`why.of_${this.metric()?.id ?? ''}`, this.words.say('why.of_other'));
  }

  private nameOf(code: string): string {
    const label = this.facts.labelOf('procedure', code);
    return label === null ? code : this.words.label(label);
  }
}
