import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, input, signal } from '@angular/core';
import type { AccountInfo, Problem } from '@evenhand/contracts';
import type { Grant } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Administration, Outcome } from '../../data/administration';
import { mapReady, readyData } from '../../data/loadable';
import { Panel } from '../../design/panel';
import { ColumnCell } from '../../design/table/column-cell';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { Words } from '../../i18n/words';
import { GrantEditor } from './grant-editor';
import { GrantWords } from './grant-words';
import { Refusal } from '../../design/refusal';
import { ShownOnce } from './shown-once';

/** Everybody who may sign in, what they are, and whether they still may. */
@Component({
  selector: 'eh-accounts-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ColumnCell, DataTable, GrantEditor, Panel, Refusal, ShownOnce, TranslocoPipe],
  templateUrl: './accounts-panel.html',
  styleUrl: './panels.css',
})
export class AccountsPanel {
  readonly administration = input.required<Administration>();

  private readonly origin = inject(DOCUMENT).location.origin;
  private readonly columnsOf = inject(Columns);
  private readonly words = inject(Words);
  private readonly grantWords = inject(GrantWords);

  protected readonly load = computed(() => mapReady(this.administration().accounts(), ({ accounts }) => accounts));
  protected readonly accounts = computed(() => readyData(this.load()) ?? []);
  protected readonly places = computed(() => this.administration().places());

  /** The account whose roles are being changed, and to what. */
  protected readonly editing = signal<string | null>(null);
  protected readonly edited = computed(() => this.accounts().find(({ id }) => id === this.editing()) ?? null);
  protected readonly draft = signal<readonly Grant[]>([]);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly link = signal<{ readonly account: string; readonly text: string } | null>(null);

  protected readonly table = listState({
    ...{ name: 'accounts', first: 'name', others: ['login', 'roles', 'state', 'change'] },
    sort: 'state,name',
  });
  protected readonly columns = computed<readonly TableColumn<AccountInfo>[]>(() => [
    this.columnsOf.text<AccountInfo>('name', 'administration.name', {
      of: ({ name }) => name,
      cell: ({ name, kind }) => ({ text: name, title: name, aside: this.words.say(`account_kind.${kind}`) }),
    }),
    this.columnsOf.text<AccountInfo>('login', 'sign_in.login', { of: ({ login }) => login, width: 150 }),
    this.columnsOf.text<AccountInfo>('roles', 'administration.roles', { of: this.rolesOf, width: 220 }),
    this.columnsOf.state<AccountInfo>('state', 'administration.state', {
      of: ({ isActive }) => this.words.say(isActive ? 'administration.active' : 'administration.inactive'),
      isLate: ({ isActive }) => !isActive,
      order: ({ isActive }) => (isActive ? 0 : 1),
      width: 120,
    }),
    { id: 'change', text: this.words.say('administration.change'), cell: () => ({ text: '' }), width: 360 },
  ]);
  protected readonly idOf = ({ id }: AccountInfo): string => id;
  protected readonly textOf = (account: AccountInfo): string => `${account.name} ${account.login} ${this.rolesOf(account)}`;

  protected edit({ id, grants }: AccountInfo): void {
    this.draft.set(grants);
    this.editing.set(id);
  }

  protected async save(account: AccountInfo): Promise<void> {
    const grants = this.draft().map((grant) => ({ ...grant, units: [...grant.units], branches: [...grant.branches] }));
    if (this.isDone(await this.administration().changeAccount(account.id, { grants }))) this.editing.set(null);
  }

  protected async activate({ id }: AccountInfo, isActive: boolean): Promise<void> {
    this.isDone(await this.administration().changeAccount(id, { isActive }));
  }

  protected async newPassword({ id, name }: AccountInfo): Promise<void> {
    const outcome = await this.administration().passwordLink(id);
    if (this.isDone(outcome) && 'done' in outcome) this.link.set({ account: name, text: `${this.origin}${outcome.done.path}` });
  }

  private readonly rolesOf = ({ grants }: AccountInfo): string => this.grantWords.text(grants, this.places());

  private isDone(outcome: Outcome<unknown>): boolean {
    this.problem.set('problem' in outcome ? outcome.problem : null);
    return 'done' in outcome;
  }
}
