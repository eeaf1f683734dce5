import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { GrantPlaces, InvitationInfo } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { ColumnCell } from '../../design/table/column-cell';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { Words } from '../../i18n/words';
import { GrantWords } from './grant-words';

/** Links that nobody has used yet: for whom, for what, until when. */
@Component({
  selector: 'eh-invitation-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ColumnCell, DataTable, TranslocoPipe],
  template: `
    <eh-data-table
      key="invitations"
      [name]="'administration.open_links' | transloco"
      [columns]="columns()"
      [rows]="invitations()"
      [state]="table"
      [idOf]="idOf"
      [textOf]="textOf"
      [searchText]="'table.search' | transloco"
      [hasPins]="false"
    >
      <ng-template ehColumnCell="change" [ehColumnCellOf]="invitations()" let-invitation>
        <button type="button" class="button" (click)="withdrawn.emit(invitation.id)">{{ 'administration.withdraw' | transloco }}</button>
      </ng-template>
    </eh-data-table>
  `,
})
export class InvitationTable {
  readonly invitations = input.required<readonly InvitationInfo[]>();
  readonly places = input.required<GrantPlaces>();
  readonly withdrawn = output<string>();

  private readonly columnsOf = inject(Columns);
  private readonly grantWords = inject(GrantWords);
  private readonly words = inject(Words);

  protected readonly table = listState({ name: 'invitations', first: 'name', others: ['roles', 'ends', 'change'], sort: 'ends' });
  protected readonly columns = computed<readonly TableColumn<InvitationInfo>[]>(() => [
    this.columnsOf.text<InvitationInfo>('name', 'administration.for_whom', {
      of: ({ name }) => name,
      cell: ({ name, kind }) => ({ text: name, title: name, aside: this.words.say(`invitation.${kind}`) }),
      width: 140,
    }),
    this.columnsOf.text<InvitationInfo>('roles', 'administration.roles', { of: this.rolesOf, width: 124 }),
    this.columnsOf.instant<InvitationInfo>('ends', 'administration.ends', { of: ({ endsAt }) => endsAt, isLargestFirst: false, width: 92 }),
    { id: 'change', text: this.words.say('administration.change'), cell: () => ({ text: '' }), width: 104 },
  ]);
  protected readonly idOf = ({ id }: InvitationInfo): string => id;
  protected readonly textOf = (invitation: InvitationInfo): string => `${invitation.name} ${this.rolesOf(invitation)}`;

  private readonly rolesOf = ({ grants }: InvitationInfo): string => this.grantWords.text(grants, this.places());
}
