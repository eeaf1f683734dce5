import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { ChangeEffectsAnswer } from '@evenhand/contracts';
import type { BeforeAfter, ChangeEffect } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { type Loadable, readyData } from '../../data/loadable';
import { Panel } from '../../design/panel';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableCell, TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { MeasureTexts } from './measure-texts';

const LOOKS = { better: 'better', worse: 'worse', higher: 'plain', lower: 'plain', cannot_tell: 'plain' } as const;

/** What each dated change did, held against the points at which nothing was done, or why nobody can tell. */
@Component({
  selector: 'eh-changes-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable, Panel, TranslocoPipe],
  template: `
    <eh-panel
      [heading]="'changes.title' | transloco"
      [note]="'changes.note' | transloco"
      [load]="load()"
      [empty]="empty()"
      [caption]="caption()"
      [space]="200"
      (retry)="retry.emit()"
    >
      <eh-data-table
        key="changes"
        [name]="'changes.title' | transloco"
        [columns]="columns()"
        [rows]="rows()"
        [state]="table"
        [idOf]="idOf"
        [textOf]="titleOf"
        [searchText]="'changes.search' | transloco"
        [hasPins]="false"
        [isWhole]="true"
      />
    </eh-panel>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
      margin-top: var(--eh-gap);
    }
  `,
})
export class ChangesPanel {
  readonly load = input.required<Loadable<ChangeEffectsAnswer>>();
  readonly retry = output();

  private readonly facts = inject(CityFacts);
  private readonly formats = inject(Formats);
  private readonly names = inject(Columns);
  private readonly texts = inject(MeasureTexts);
  private readonly words = inject(Words);

  private readonly answer = computed(() => readyData(this.load()));
  private readonly metric = computed(() => this.facts.metric(this.answer()?.metric ?? ''));
  protected readonly rows = computed(() => this.answer()?.changes ?? []);
  protected readonly table = listState({
    name: 'changes',
    first: 'what',
    others: ['day', 'where', 'here', 'elsewhere', 'effect'],
    sort: '-day',
  });

  protected readonly titleOf = ({ change }: ChangeEffect): string => this.words.label(change.title);
  protected readonly idOf = ({ change, points }: ChangeEffect): string => `${change.day} ${change.title.vi} ${points.join(' ')}`;

  protected readonly columns = computed<readonly TableColumn<ChangeEffect>[]>(() => [
    this.names.text<ChangeEffect>('what', 'changes.what', { of: this.titleOf, width: 220 }),
    this.names.day<ChangeEffect>('day', 'changes.day', { of: ({ change }) => change.day, isRoomy: true }),
    this.names.text<ChangeEffect>('where', 'changes.where', { of: (one) => this.whereOf(one), width: 132, isRoomy: true }),
    this.side('here', ({ here }) => here),
    this.side('elsewhere', ({ elsewhere }) => elsewhere),
    {
      ...{ id: 'effect', text: this.words.say('changes.effect'), about: this.words.say('changes.effect_about'), width: 160 },
      order: ({ effect }) => effect?.value ?? null,
      cell: (one) => this.effectCell(one),
    },
  ]);

  protected readonly empty = computed(() => (this.answer()?.changes.length === 0 ? this.words.say('changes.none') : null));

  protected readonly caption = computed(() => {
    const changes = this.rows();
    if (changes.length === 0) return '';
    const told = changes.filter(({ verdict }) => verdict !== 'cannot_tell').length;
    return this.words.say('changes.caption', { told: this.formats.number(told), changes: this.formats.number(changes.length) });
  });

  private whereOf({ points }: ChangeEffect): string {
    const [only] = points;
    if (only === undefined) return this.words.say('changes.whole_city');
    return points.length === 1 ? this.names.nameOf(only) : this.words.say('changes.points', { points: this.formats.number(points.length) });
  }

  private side(id: 'here' | 'elsewhere', of: (one: ChangeEffect) => BeforeAfter | null): TableColumn<ChangeEffect> {
    const cell = (one: ChangeEffect): TableCell => {
      const [side, metric] = [of(one), this.metric()];
      if (side === null || metric === null) return this.names.none(this.words.label(one.label));
      const before = this.formats.withUnit(side.before, metric.unit);
      return { text: this.formats.withUnit(side.after, metric.unit), aside: this.words.say('changes.before', { before }) };
    };
    return { id, text: this.words.say(`changes.${id}`), isNumber: true, isRoomy: true, width: 148, cell };
  }

  private effectCell({ effect, label, verdict }: ChangeEffect): TableCell {
    const [metric, why] = [this.metric(), this.words.label(label)];
    if (effect === null || metric === null) return { text: why, look: 'none', title: why };
    const text = this.texts.change('range', effect.value, metric);
    const aside = `${this.texts.interval('range', effect.interval, metric)}. ${why}`;
    return { text, aside, title: `${text}, ${aside}`, look: LOOKS[verdict] };
  }
}
