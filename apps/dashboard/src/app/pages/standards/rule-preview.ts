import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { StandardPreview } from '@evenhand/contracts';
import { VERDICT_STATES, type VerdictState } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { StandingTag } from '../../design/standing-tag';
import { ColumnCell } from '../../design/table/column-cell';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import { ownState } from '../../design/table/own-state';
import type { TableColumn } from '../../design/table/table-column';
import { byName } from '../../format/search';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

type Moved = StandardPreview['moved'][number];

const MOMENTS = ['before', 'after', 'throughout'] as const;
const HEADS = { before: 'rule_edit.before', after: 'rule_edit.after', throughout: 'rule_edit.all_month' } as const;

interface Row extends Readonly<Record<(typeof MOMENTS)[number], VerdictState>> {
  readonly key: string;
  readonly name: string;
  readonly isMoved: boolean;
}

const isMovedByDay = ({ before, after }: Moved): boolean => before.state !== after.state;
const isMovedThroughout = ({ before, throughout }: Moved): boolean => before.state !== throughout.state;

/** Which verdicts of a month a change would move: by its first day, and had its numbers held all month. */
@Component({
  selector: 'eh-rule-preview',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ColumnCell, DataTable, StandingTag, TranslocoPipe],
  template: `
    <p class="says" id="moves">{{ moves() }}</p>
    <p>{{ throughout() }}</p>
    <eh-data-table
      key="preview"
      [name]="'rule_edit.preview' | transloco"
      [columns]="columns()"
      [rows]="rows()"
      [state]="table"
      [idOf]="idOf"
      [textOf]="textOf"
      [searchText]="'ranking.search' | transloco"
      [hasPins]="false"
      [isCompact]="true"
      [height]="340"
    >
      @for (when of moments; track when) {
        <ng-template [ehColumnCell]="when" [ehColumnCellOf]="rows()" let-row><eh-standing-tag [state]="row[when]" /></ng-template>
      }
    </eh-data-table>
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
    }
    .says {
      font-weight: 600;
    }
  `,
})
export class RulePreview {
  readonly preview = input.required<StandardPreview>();
  /** The month whose verdicts are looked at, as it is called. */
  readonly month = input.required<string>();

  private readonly columnsOf = inject(Columns);
  private readonly facts = inject(CityFacts);
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  protected readonly moves = computed(() =>
    this.said(this.preview().moved.filter(isMovedByDay), { some: 'rule_edit.moves', none: 'rule_edit.moves_none' }),
  );
  protected readonly throughout = computed(() =>
    this.said(this.preview().moved.filter(isMovedThroughout), { some: 'rule_edit.throughout', none: 'rule_edit.throughout_none' }),
  );
  protected readonly moments = MOMENTS;
  protected readonly table = ownState(() => ['name', ...MOMENTS]);
  protected readonly columns = computed<readonly TableColumn<Row>[]>(() => [
    this.columnsOf.text<Row>('name', 'rule_edit.where', { of: ({ name }) => name, width: 170 }),
    ...MOMENTS.map((when): TableColumn<Row> => ({
      ...{ id: when, text: this.words.say(HEADS[when]), width: 140 },
      order: (row) => VERDICT_STATES.indexOf(row[when]),
      cell: (row) => ({ text: this.words.say(`standing.${row[when]}`) }),
    })),
  ]);
  protected readonly idOf = ({ key }: Row): string => key;
  protected readonly textOf = ({ name }: Row): string => name;

  protected readonly rows = computed<readonly Row[]>(() => {
    const { city, moved } = this.preview();
    const points = moved
      .map((one) => this.rowOf(one, this.facts.point(one.point ?? '')?.name ?? one.point ?? ''))
      .toSorted((one, other) => Number(other.isMoved) - Number(one.isMoved) || byName(one.name, other.name));
    return [...(city === null ? [] : [this.rowOf(city, this.words.say('points.whole_city'))]), ...points];
  });

  private rowOf(moved: Moved, name: string): Row {
    const { point, before, after, throughout } = moved;
    return {
      ...{ key: point ?? 'city', name, isMoved: isMovedByDay(moved) },
      ...{ before: before.state, after: after.state, throughout: throughout.state },
    };
  }

  private said({ length }: readonly Moved[], { some, none }: { readonly some: string; readonly none: string }): string {
    const month = this.month();
    if (length === 0) return this.words.say(none, { month });
    return this.words.say(some, { month, moved: this.formats.number(length), points: this.formats.number(this.preview().points) });
  }
}
