import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { Problem, SimulatedReader } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../../data/session';
import { Icon } from '../../design/icon';
import { Refusal } from '../../design/refusal';
import { TextField } from '../../design/text-field';
import { Words } from '../../i18n/words';
import { Threshold } from '../../shell/threshold';

const KNOWN = ['not-signed-in', 'too-many-attempts'];

/** Where people say who they are: with a password, at the city's identity provider, or by a click in the simulated city. */
@Component({
  selector: 'eh-sign-in-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, Refusal, TextField, Threshold, TranslocoPipe],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.css',
})
export class SignInPage {
  /** Where to go afterwards, from the address. */
  readonly next = input<string>();
  /** Why the identity provider brought nobody, from the address. */
  readonly refused = input<string>();

  private readonly session = inject(Session);
  private readonly words = inject(Words);

  protected readonly login = signal('');
  protected readonly password = signal('');
  protected readonly isSending = signal(false);
  private readonly problem = signal<Problem | null>(null);

  protected readonly readers = computed(() => this.session.state()?.readers ?? []);
  protected readonly provider = computed(() => this.session.state()?.provider ?? null);
  protected readonly providerLink = computed(() => `/api/session/provider?next=${encodeURIComponent(this.next() ?? '/')}`);

  protected readonly trouble = computed(() => {
    const problem = this.problem();
    if (problem === null) return this.refused() === undefined ? '' : this.words.say(this.refusedKey());
    const kind = problem.type.split(':').at(-1) ?? '';
    return KNOWN.includes(kind) ? this.words.say(`sign_in.${kind.replaceAll('-', '_')}`) : '';
  });
  /** What this page has no words of its own for. */
  protected readonly strange = computed(() => (this.trouble() === '' ? this.problem() : null));

  protected async become(reader: SimulatedReader): Promise<void> {
    await this.send(() => this.session.asReader(reader, this.next() ?? '/'));
  }

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    await this.send(() => this.session.withPassword(this.login(), this.password(), this.next() ?? '/'));
  }

  private readonly refusedKey = computed(() => (this.refused() === 'deactivated' ? 'sign_in.deactivated' : 'sign_in.provider_refused'));

  private async send(work: () => Promise<Problem | null>): Promise<void> {
    this.isSending.set(true);
    this.problem.set(await work());
    this.password.set('');
    this.isSending.set(false);
  }
}
