import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type Action, because, NotAllowed } from '@evenhand/domain';
import type { Request, Response } from 'express';
import { Refusal } from '../http/refusal';
import { refuseForeign } from './from-here';
import { Identities } from './identities';
import { type Identity, noteKnown } from './identity';
import { PointScopes } from './point-scopes';
import { ROUTE_ACCESS, routeName } from './route-access';

const notSignedIn = (): Refusal =>
  new Refusal(
    401,
    { id: 'not-signed-in', title: 'Not signed in', reason: because('not_signed_in') },
    'Sign in first; the session may have ended.',
    {
      'www-authenticate': 'Bearer',
    },
  );

const notFor = (action: Action): NotAllowed =>
  new NotAllowed(`Your account may not do this ("${action}"); an administrator can tell who may.`, because('not_for_account', { action }));

/** The path of the route that takes a request, with the names of its parameters. */
const pathOf = (request: Request): string => String((request.route as { readonly path?: unknown } | undefined)?.path ?? '');

/** Stands before every route: nobody passes whom the table of routes does not let in. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly identities: Identities,
    private readonly scopes: PointScopes,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const name = routeName(request.method, pathOf(request));
    const access = ROUTE_ACCESS[name];
    if (access === undefined)
      throw new NotAllowed(`${name} is open to nobody: no rule says to whom.`, because('not_for_account', { action: name }));
    if (access === 'own credentials') return true;
    response.set({ 'cache-control': 'private, no-store', vary: 'Cookie, Authorization' });
    if (request.headers.authorization === undefined) refuseForeign(request);
    // Whether the server is well must be told even when nobody can be known any more.
    const identity = name.startsWith('GET /api/health/') && access === 'everyone' ? null : await this.identities.of(request);
    noteKnown(response, { identity, scope: identity && (await this.scopes.of(identity)) });
    if (access !== 'everyone') this.check(identity, access);
    return true;
  }

  private check(identity: Identity | null, access: Action | 'signed in'): void {
    if (identity === null) throw notSignedIn();
    if (access !== 'signed in' && !identity.actions.includes(access)) throw notFor(access);
  }
}
