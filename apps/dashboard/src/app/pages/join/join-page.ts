import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, resource, signal } from '@angular/core';
import type { OpenedInvitation, Problem } from '@evenhand/contracts';
import { SHORTEST_PASSWORD } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { loadableFrom } from '../../data/loadable';
import { Session } from '../../data/session';
import { TextField } from '../../design/text-field';
import { Refusal } from '../../design/refusal';
import { Threshold } from '../../shell/threshold';

/** What a one-time link opens: an account to make, or a password to set anew. */
@Component({
  selector: 'eh-join-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Refusal, TextField, Threshold, TranslocoPipe],
  templateUrl: './join-page.html',
  styleUrl: '../sign-in/sign-in-page.css',
})
export class JoinPage {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  // The secret stands behind the hash, which browsers send to nobody.
  private readonly secret = inject(DOCUMENT).location.hash.slice(1);

  protected readonly asked = resource({
    loader: () => firstValueFrom(this.http.post<OpenedInvitation>('/api/invitations/look', { secret: this.secret || '-' })),
  });
  protected readonly load = computed(() => loadableFrom(this.asked.snapshot(), undefined));

  protected readonly shortest = SHORTEST_PASSWORD;
  protected readonly login = signal('');
  protected readonly name = signal('');
  protected readonly password = signal('');
  protected readonly isSending = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async join(event: Event): Promise<void> {
    event.preventDefault();
    this.isSending.set(true);
    const accepted = { secret: this.secret, login: this.login(), name: this.name(), password: this.password() };
    this.problem.set(await this.session.byInvitation(accepted));
    this.isSending.set(false);
  }
}
