import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, input, signal } from '@angular/core';
import type { AccountInfo, Problem } from '@evenhand/contracts';
import type { Grant } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Administration, Outcome } from '../../data/administration';
import { mapReady, readyData } from '../../data/loadable';
import { Panel } from '../../design/panel';
import { GrantEditor } from './grant-editor';
import { GrantWords } from './grant-words';
import { ShownOnce } from './shown-once';

/** Everybody who may sign in, what they are, and whether they still may. */
@Component({
  selector: 'eh-accounts-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [GrantEditor, Panel, ShownOnce, TranslocoPipe],
  templateUrl: './accounts-panel.html',
  styleUrl: './panels.css',
})
export class AccountsPanel {
  readonly administration = input.required<Administration>();

  private readonly origin = inject(DOCUMENT).location.origin;
  protected readonly grantWords = inject(GrantWords);

  protected readonly load = computed(() => mapReady(this.administration().accounts(), ({ accounts }) => accounts));
  protected readonly accounts = computed(() => readyData(this.load()) ?? []);
  protected readonly places = computed(() => this.administration().places());

  /** The account whose roles are being changed, and to what. */
  protected readonly editing = signal<string | null>(null);
  protected readonly draft = signal<readonly Grant[]>([]);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly link = signal<{ readonly account: string; readonly text: string } | null>(null);

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

  private isDone(outcome: Outcome<unknown>): boolean {
    this.problem.set('problem' in outcome ? outcome.problem : null);
    return 'done' in outcome;
  }
}
