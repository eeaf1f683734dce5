import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, input, signal } from '@angular/core';
import type { Problem } from '@evenhand/contracts';
import type { Grant } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Administration } from '../../data/administration';
import { mapReady, readyData } from '../../data/loadable';
import { Panel } from '../../design/panel';
import { TextField } from '../../design/text-field';
import { GrantEditor } from './grant-editor';
import { InvitationTable } from './invitation-table';
import { Refusal } from '../../design/refusal';
import { ShownOnce } from './shown-once';

/** Invites people by a link that works once. */
@Component({
  selector: 'eh-invite-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [GrantEditor, InvitationTable, Panel, Refusal, ShownOnce, TextField, TranslocoPipe],
  templateUrl: './invite-panel.html',
  styleUrl: './panels.css',
})
export class InvitePanel {
  readonly administration = input.required<Administration>();

  private readonly origin = inject(DOCUMENT).location.origin;

  protected readonly load = computed(() => mapReady(this.administration().invitations(), ({ invitations }) => invitations));
  protected readonly invitations = computed(() => readyData(this.load()) ?? []);
  protected readonly places = computed(() => this.administration().places());

  protected readonly name = signal('');
  protected readonly grants = signal<readonly Grant[]>([]);
  protected readonly link = signal('');
  protected readonly problem = signal<Problem | null>(null);

  protected async invite(event: Event): Promise<void> {
    event.preventDefault();
    const grants = this.grants().map((grant) => ({ ...grant, units: [...grant.units], branches: [...grant.branches] }));
    const outcome = await this.administration().invite({ name: this.name(), grants });
    this.problem.set('problem' in outcome ? outcome.problem : null);
    if (!('done' in outcome)) return;
    this.link.set(`${this.origin}${outcome.done.path}`);
    this.name.set('');
    this.grants.set([]);
  }

  protected async withdraw(id: string): Promise<void> {
    await this.administration().withdraw(id);
  }
}
