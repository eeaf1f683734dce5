import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Refusal } from '../http/refusal';
import { IdentityProvider } from './identity-provider';
import { KnownAccounts } from './known-accounts';
import { SessionCookie } from './session-cookie';
import { type Exchange, SignInDesk } from './sign-in-desk';

const SIGN_IN_PAGE = '/sign-in';

/** Sends people to the identity provider and takes them back in. */
@Injectable()
export class ProviderDesk {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly accounts: KnownAccounts,
    private readonly desk: SignInDesk,
    private readonly cookie: SessionCookie,
  ) {}

  async leave(next: string, response: Response): Promise<void> {
    const { to, secret } = await this.provider.leave(next);
    this.cookie.writeUnderWay(response, secret);
    response.redirect(to);
  }

  /** A person who is not let in is shown the sign-in page, which says so. */
  async comeBack({ request, response }: Exchange): Promise<void> {
    const secret = this.cookie.takeUnderWay(request, response);
    const query = request.originalUrl.slice(request.originalUrl.indexOf('?') + 1);
    try {
      const { person, next } = await this.provider.comeBack(secret, request.originalUrl.includes('?') ? `?${query}` : '');
      const account = await this.accounts.ofProvider(person);
      if (account.deactivatedAt !== null) return response.redirect(`${SIGN_IN_PAGE}?refused=deactivated`);
      await this.desk.begin(account, { request, response }, 'provider');
      response.redirect(next);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      response.redirect(`${SIGN_IN_PAGE}?refused=provider`);
    }
  }
}
