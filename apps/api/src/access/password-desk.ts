import { Injectable } from '@nestjs/common';
import type { ChangePassword } from '@evenhand/contracts';
import { because, InvalidQuery } from '@evenhand/domain';
import { requestIdOf } from '../http/request-id';
import { BrowserSessions } from './browser-sessions';
import { KnownAccounts } from './known-accounts';
import type { Exchange } from './sign-in-desk';
import { SignInThrottle } from './sign-in-throttle';
import { Traces } from './traces';

/** Lets people change the password by which they sign in. */
@Injectable()
export class PasswordDesk {
  constructor(
    private readonly accounts: KnownAccounts,
    private readonly sessions: BrowserSessions,
    private readonly throttle: SignInThrottle,
    private readonly traces: Traces,
  ) {}

  /** Whoever found an open browser does not know the password so far, and has as few guesses as somebody who signs in. */
  async change({ current, password }: ChangePassword, { request, response }: Exchange): Promise<void> {
    const account = await this.sessions.accountOf(request);
    if (account?.kind !== 'local')
      throw new InvalidQuery(
        '',
        'You sign in without a password of this product; there is none to change.',
        because('account_without_password'),
      );
    const { id, login } = account;
    const tried = { login, address: request.ip ?? '' };
    await this.throttle.admit(tried);
    const requestId = requestIdOf(response);
    if (!(await this.accounts.withPassword(login, current))) {
      await this.traces.leave({ who: id, did: 'password change refused', requestId });
      throw new InvalidQuery('current', 'The password so far is not right.', because('wrong_password'));
    }
    await this.throttle.forgive(tried);
    if (password.toLowerCase() === login)
      throw new InvalidQuery('password', 'The password cannot be the login.', because('password_is_login'));
    if (password === current)
      throw new InvalidQuery('password', 'The password is the one so far; choose another one.', because('password_is_same'));
    await this.accounts.setPassword(id, password);
    await this.sessions.begin(account, request, response);
    await this.traces.leave({ who: id, did: 'password changed', requestId });
  }
}
