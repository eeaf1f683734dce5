import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import type { Problem } from '@evenhand/contracts';
import { actionsOfAll, type Grant, type Role, TOKEN_ACTIONS } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Administration } from '../../data/administration';
import { mapReady, readyData } from '../../data/loadable';
import { Panel } from '../../design/panel';
import { TextField } from '../../design/text-field';
import { GrantEditor } from './grant-editor';
import { Refusal } from '../../design/refusal';
import { ShownOnce } from './shown-once';
import { TokenTable } from './token-table';

type TokenAction = (typeof TOKEN_ACTIONS)[number];

const DAYS = 365;
const ROLES_OF_MACHINES: readonly Role[] = ['wallboard', 'leader', 'auditor', 'branch_manager', 'ward_manager'];

/** Tokens by which machines ask: what they may, when they last did, and their end. */
@Component({
  selector: 'eh-tokens-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [GrantEditor, Panel, Refusal, ShownOnce, TextField, TokenTable, TranslocoPipe],
  templateUrl: './tokens-panel.html',
  styleUrl: './panels.css',
})
export class TokensPanel {
  readonly administration = input.required<Administration>();

  protected readonly offered = ROLES_OF_MACHINES;
  protected readonly load = computed(() => mapReady(this.administration().tokens(), ({ tokens }) => tokens));
  protected readonly tokens = computed(() => (readyData(this.load()) ?? []).filter(({ revokedAt }) => revokedAt === null));
  protected readonly places = computed(() => this.administration().places());

  protected readonly name = signal('');
  protected readonly grants = signal<readonly Grant[]>([]);
  protected readonly chosen = signal<readonly TokenAction[]>([]);
  protected readonly text = signal('');
  protected readonly problem = signal<Problem | null>(null);

  protected readonly possible = computed(() => TOKEN_ACTIONS.filter((action) => actionsOfAll(this.grants()).includes(action)));
  protected readonly actions = computed(() => this.chosen().filter((action) => this.possible().includes(action)));

  protected choose(action: TokenAction, isChosen: boolean): void {
    this.chosen.update((chosen) => [...chosen.filter((one) => one !== action), ...(isChosen ? [action] : [])]);
  }

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    const grants = this.grants().map((grant) => ({ ...grant, units: [...grant.units], branches: [...grant.branches] }));
    const outcome = await this.administration().makeToken({ name: this.name(), grants, actions: [...this.actions()], days: DAYS });
    this.problem.set('problem' in outcome ? outcome.problem : null);
    if (!('done' in outcome)) return;
    this.text.set(outcome.done.text);
    this.name.set('');
    this.grants.set([]);
  }

  protected async revoke(id: string): Promise<void> {
    await this.administration().revokeToken(id);
  }
}
