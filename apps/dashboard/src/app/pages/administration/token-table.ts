import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { GrantPlaces, TokenInfo } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { ColumnCell } from '../../design/table/column-cell';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { GrantWords } from './grant-words';

/** Tokens that still open something: which machine, what it may, when it last asked, until when. */
@Component({
  selector: 'eh-token-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ColumnCell, DataTable, TranslocoPipe],
  template: `
    <eh-data-table
      key="tokens"
      [name]="'administration.working_tokens' | transloco"
      [columns]="columns()"
      [rows]="tokens()"
      [state]="table"
      [idOf]="idOf"
      [textOf]="textOf"
      [searchText]="'table.search' | transloco"
      [hasPins]="false"
    >
      <ng-template ehColumnCell="change" [ehColumnCellOf]="tokens()" let-token>
        <button type="button" class="button" (click)="revoked.emit(token.id)">{{ 'administration.revoke' | transloco }}</button>
      </ng-template>
    </eh-data-table>
  `,
})
export class TokenTable {
  readonly tokens = input.required<readonly TokenInfo[]>();
  readonly places = input.required<GrantPlaces>();
  readonly revoked = output<string>();

  private readonly columnsOf = inject(Columns);
  private readonly formats = inject(Formats);
  private readonly grantWords = inject(GrantWords);
  private readonly words = inject(Words);

  protected readonly table = listState({ name: 'tokens', first: 'name', others: ['may', 'used', 'ends', 'change'], sort: 'name' });
  protected readonly columns = computed<readonly TableColumn<TokenInfo>[]>(() => [
    this.columnsOf.text<TokenInfo>('name', 'administration.machine', {
      of: ({ name }) => name,
      cell: (token) => ({ text: token.name, title: token.name, aside: this.rolesOf(token) }),
      width: 140,
    }),
    this.columnsOf.text<TokenInfo>('may', 'administration.may', { of: this.actionsOf, width: 110 }),
    this.columnsOf.instant<TokenInfo>('used', 'token.last_used', {
      of: ({ lastUsedAt }) => lastUsedAt,
      cell: ({ lastUsedAt }) =>
        lastUsedAt === null ? this.columnsOf.none(this.words.say('token.never_used')) : { text: this.formats.instant(lastUsedAt) },
      width: 92,
    }),
    this.columnsOf.instant<TokenInfo>('ends', 'administration.ends', {
      of: ({ endsAt }) => endsAt,
      cell: ({ endsAt }) =>
        endsAt === null ? this.columnsOf.none(this.words.say('token.without_end')) : { text: this.formats.instant(endsAt) },
      isLargestFirst: false,
      width: 92,
    }),
    { id: 'change', text: this.words.say('administration.change'), cell: () => ({ text: '' }), width: 96 },
  ]);
  protected readonly idOf = ({ id }: TokenInfo): string => id;
  protected readonly textOf = (token: TokenInfo): string => `${token.name} ${this.rolesOf(token)} ${this.actionsOf(token)}`;

  private readonly rolesOf = ({ grants }: TokenInfo): string => this.grantWords.text(grants, this.places());
  private readonly actionsOf = ({ actions }: TokenInfo): string => actions.map((action) => this.words.say(`action.${action}`)).join(', ');
}
