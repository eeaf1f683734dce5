import { Injectable } from '@nestjs/common';
import { type SessionState, SIMULATED_READERS } from '@evenhand/contracts';
import { reachOf } from '@evenhand/domain';
import { BrowserSessions } from './browser-sessions';
import { type Identity, identityIn } from './identity';
import { IdentityProvider } from './identity-provider';
import type { Exchange } from './sign-in-desk';

const isWholeCity = ({ kind, grants }: Identity): boolean => kind === 'owner' || grants.some(({ role }) => reachOf(role) === 'all');

/** Tells who asks, and how one can sign in. */
@Injectable()
export class SessionStates {
  constructor(
    private readonly sessions: BrowserSessions,
    private readonly provider: IdentityProvider,
  ) {}

  of({ request, response }: Exchange): SessionState {
    const identity = identityIn(response);
    const ways = { provider: this.provider.name, readers: this.sessions.isOpenTo(request) ? [...SIMULATED_READERS] : [] };
    if (!identity) return { who: null, roles: [], actions: [], columns: [], isWholeCity: false, ...ways };
    const { id, name, kind, hasPassword, grants, actions, columns } = identity;
    const roles = [...new Set(grants.map(({ role }) => role))];
    return {
      who: { id, name, kind, hasPassword },
      roles,
      actions: [...actions],
      columns: [...columns],
      isWholeCity: isWholeCity(identity),
      ...ways,
    };
  }
}
