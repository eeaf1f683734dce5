import type { Request, Response } from 'express';
import { requestIdOf } from '../http/request-id';
import { identityIn } from './identity';
import { ROUTE_ACCESS, type RouteAccess, routeName } from './route-access';
import type { Trace } from './traces';

const CHANGES: readonly RouteAccess[] = ['set_rules', 'operate', 'administer', 'machine'];
const SHOWS: readonly RouteAccess[] = ['figures', 'cases', 'compare', 'benchmark', 'own_data', 'data', 'audit', 'set_rules'];

/** Whether a route shows something, changes something, gives it away as a file, or none of these. */
type RouteKind = 'shown' | 'changed' | 'given' | 'neither';

function kindOf(method: string, access: RouteAccess | undefined): RouteKind {
  if (access === undefined) return 'neither';
  if (access === 'export') return 'given';
  if (method !== 'GET' && CHANGES.includes(access)) return 'changed';
  return SHOWS.includes(access) ? 'shown' : 'neither';
}

/** What was asked: parameters and filters, and the questions of a page. The rest of a body is for what is changed to tell. */
function askedIn({ params, query, body }: Request): Readonly<Record<string, unknown>> {
  const questions = (body as { readonly questions?: unknown } | undefined)?.questions;
  return { ...params, ...query, ...(questions === undefined ? {} : { questions }) };
}

/** What is to be told of a request in the audit log. */
export function routeTrace(request: Request, response: Response): { readonly kind: RouteKind; readonly trace: Trace } {
  const did = routeName(request.method, String((request.route as { readonly path?: unknown } | undefined)?.path ?? ''));
  const access = ROUTE_ACCESS[did];
  const who = identityIn(response)?.id ?? 'nobody';
  const said = access === 'set_rules' ? { after: request.body as unknown } : {};
  const trace: Trace = { who, did, what: askedIn(request), ...said, requestId: requestIdOf(response) };
  return { kind: kindOf(request.method, access), trace };
}
