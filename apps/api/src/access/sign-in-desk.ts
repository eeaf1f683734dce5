import { Injectable } from '@nestjs/common';
import { because } from '@evenhand/domain';
import type { SignIn } from '@evenhand/contracts';
import type { Request, Response } from 'express';
import { Refusal } from '../http/refusal';
import { requestIdOf } from '../http/request-id';
import { BrowserSessions } from './browser-sessions';
import { KnownAccounts } from './known-accounts';
import { SignInThrottle } from './sign-in-throttle';
import { Traces } from './traces';

/** A request and the response to it. */
export interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

/** Signs people in and out. */
@Injectable()
export class SignInDesk {
  constructor(
    private readonly accounts: KnownAccounts,
    private readonly sessions: BrowserSessions,
    private readonly throttle: SignInThrottle,
    private readonly traces: Traces,
  ) {}

  /** Signs in with a password. Whoever is refused learns nothing of whether there is such an account. */
  async withPassword({ login, password }: SignIn, { request, response }: Exchange): Promise<void> {
    const requestId = requestIdOf(response);
    const tried = { login, address: request.ip ?? '' };
    try {
      await this.throttle.admit(tried);
    } catch (error) {
      await this.traces.leave({ who: 'nobody', did: 'sign-in throttled', requestId });
      throw error;
    }
    const account = await this.accounts.withPassword(login, password);
    if (!account) {
      await this.traces.leave({ who: 'nobody', did: 'sign-in refused', requestId });
      throw new Refusal(
        401,
        { id: 'not-signed-in', title: 'Not signed in', reason: because('sign_in_wrong') },
        'The login or the password is not right.',
      );
    }
    await this.throttle.forgive(tried);
    await this.begin(account, { request, response }, 'password');
  }

  /** Signs in as a reader of the simulated city. */
  async asReader(reader: Parameters<KnownAccounts['reader']>[0], { request, response }: Exchange): Promise<void> {
    if (!this.sessions.isOpenTo(request))
      throw new Refusal(
        403,
        { id: 'not-simulated', title: 'Not here', reason: because('not_simulated') },
        'Only the simulated city, opened on its own machine, lets readers in without a password.',
      );
    await this.begin(await this.accounts.reader(reader), { request, response }, 'simulated');
  }

  /** Tells of a one-time link before it does anything; its secret stands nowhere. */
  async tellUsed({ kind, id }: { readonly kind: string; readonly id: string }, { response }: Exchange): Promise<void> {
    await this.traces.leave({ who: 'nobody', did: 'link used', what: { kind, invitation: id }, requestId: requestIdOf(response) });
  }

  /** Signs somebody in; whoever cannot be told of later does not come in. */
  async begin(account: Parameters<BrowserSessions['begin']>[0], { request, response }: Exchange, how: string): Promise<void> {
    await this.traces.leave({ who: account.id, did: 'signed in', what: { how }, requestId: requestIdOf(response) });
    await this.sessions.begin(account, request, response);
  }

  async out({ request, response }: Exchange): Promise<void> {
    const account = await this.sessions.accountOf(request);
    if (account) await this.traces.leave({ who: account.id, did: 'signed out', requestId: requestIdOf(response) });
    await this.sessions.end(request, response);
  }
}
