import { Inject, Injectable } from '@nestjs/common';
import type { AcceptInvitation, OpenedInvitation } from '@evenhand/contracts';
import { because, InvalidQuery, NotFound } from '@evenhand/domain';
import { acceptInvitation, listAccounts, openInvitation, plainLogin } from '@evenhand/records';
import { NOW, type Now, RECORDS, type Records } from '../connections';
import { passwordHash } from './passwords';
import { type Exchange, SignInDesk } from './sign-in-desk';
import { SignInThrottle } from './sign-in-throttle';

const gone = (): NotFound =>
  new NotFound('This link is used up, withdrawn or too old; ask an administrator for another one.', because('link_gone'));

/** What people do who were sent a one-time link. */
@Injectable()
export class InvitationDesk {
  constructor(
    @Inject(RECORDS) private readonly records: Records,
    private readonly desk: SignInDesk,
    private readonly throttle: SignInThrottle,
    @Inject(NOW) private readonly now: Now,
  ) {}

  async look(secret: string): Promise<OpenedInvitation> {
    const found = await openInvitation(this.records, secret, this.now());
    if (!found) throw gone();
    const account = found.accountId === null ? undefined : (await listAccounts(this.records)).find(({ id }) => id === found.accountId);
    return { kind: found.kind, name: found.name, login: account?.login ?? null };
  }

  /** Makes the account or sets its password, and signs its person in. */
  async accept({ secret, login, name, password }: AcceptInvitation, exchange: Exchange): Promise<void> {
    const found = await openInvitation(this.records, secret, this.now());
    if (!found) throw gone();
    if (password.toLowerCase() === plainLogin(login))
      throw new InvalidQuery('password', 'The password cannot be the login.', because('password_is_login'));
    const accepted = { secret, login, name: name || found.name, passwordHash: await passwordHash(password) };
    await this.desk.tellUsed(found, exchange);
    const account = await acceptInvitation(this.records, accepted, this.now());
    await this.throttle.forgive({ login: account.login, address: exchange.request.ip ?? '' });
    await this.desk.begin(account, exchange, 'invitation');
  }
}
