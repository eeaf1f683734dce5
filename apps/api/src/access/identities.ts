import { Inject, Injectable } from '@nestjs/common';
import { actionsOfAll, columnsOfAll, type Grant } from '@evenhand/domain';
import { type Account, findApiToken, isApiToken } from '@evenhand/records';
import type { Request } from 'express';
import { NOW, type Now, RECORDS, type Records } from '../connections';
import { OwnerToken } from '../runs/owner-token';
import { BrowserSessions } from './browser-sessions';
import { type Identity, OWNER } from './identity';

const rightsOf = (grants: readonly Grant[]) => ({ grants, actions: actionsOfAll(grants), columns: columnsOfAll(grants) });

/** What an account may. */
export const identityOf = ({ id, name, kind, grants }: Account): Identity => ({
  ...{ kind: 'account', id, name, hasPassword: kind === 'local', isShared: kind === 'simulated' },
  ...rightsOf(grants),
});

/** Finds out who asks: by a token when one is given, else by the session of the browser. Asked anew for every request. */
@Injectable()
export class Identities {
  constructor(
    private readonly owner: OwnerToken,
    private readonly sessions: BrowserSessions,
    @Inject(RECORDS) private readonly records: Records,
    @Inject(NOW) private readonly now: Now,
  ) {}

  /** Who asks; `null` for nobody, or for somebody who cannot prove it. */
  async of(request: Request): Promise<Identity | null> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.byToken(authorization);
    const account = await this.sessions.accountOf(request);
    return account && identityOf(account);
  }

  private async byToken(authorization: string): Promise<Identity | null> {
    const [scheme, text = ''] = authorization.split(' ');
    if (scheme?.toLowerCase() !== 'bearer') return null;
    if (!isApiToken(text)) return this.owner.accepts(text) ? OWNER : null;
    const token = await findApiToken(this.records, text, this.now());
    if (!token) return null;
    const { actions, ...rights } = rightsOf(token.grants);
    const allowed = actions.filter((action) => token.actions.includes(action));
    return { kind: 'machine', id: token.id, name: token.name, hasPassword: false, isShared: false, ...rights, actions: allowed };
  }
}
