import { Inject, Injectable } from '@nestjs/common';
import type { CitySettings } from '@evenhand/domain';
import { type Account, accountOfSession, beginSession, endSession } from '@evenhand/records';
import type { Request, Response } from 'express';
import { CITY_SETTINGS, NOW, type Now, RECORDS, type Records } from '../connections';
import { isFromThisMachine } from './from-here';
import { SessionCookie } from './session-cookie';

/** Who is signed in with which browser. */
@Injectable()
export class BrowserSessions {
  constructor(
    @Inject(RECORDS) private readonly records: Records,
    @Inject(CITY_SETTINGS) private readonly city: CitySettings,
    private readonly cookie: SessionCookie,
    @Inject(NOW) private readonly now: Now,
  ) {}

  /** The simulated city is open to whoever sits at its machine, as long as it is simulated. */
  isOpenTo(request: Request): boolean {
    return this.city.isSimulated && isFromThisMachine(request);
  }

  /** Who asks; `null` for nobody. */
  async accountOf(request: Request): Promise<Account | null> {
    const secret = this.cookie.read(request);
    const account = secret === null ? null : await accountOfSession(this.records, secret, this.now());
    return account?.kind === 'simulated' && !this.isOpenTo(request) ? null : account;
  }

  /** Signs somebody in under a secret of its own; the one that the browser had ends. */
  async begin(account: Account, request: Request, response: Response): Promise<void> {
    await this.endOf(request);
    this.cookie.write(response, await beginSession(this.records, account.id, this.now()));
  }

  /** Signs out, on the server and in the browser. */
  async end(request: Request, response: Response): Promise<void> {
    await this.endOf(request);
    this.cookie.clear(response);
  }

  private async endOf(request: Request): Promise<void> {
    const secret = this.cookie.read(request);
    if (secret !== null) await endSession(this.records, secret, this.now());
  }
}
