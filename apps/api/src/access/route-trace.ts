import type { Request, Response } from 'express';
import { requestIdOf } from '../http/request-id';
import { identityIn } from './identity';
import { ROUTE_ACCESS, type RouteAccess, routeName } from './route-access';
import type { Trace } from './traces';

const SHOWS: readonly RouteAccess[] = ['figures', 'cases', 'compare', 'benchmark', 'own_data', 'data', 'audit', 'set_rules'];
/** Sent with a body or as a deletion, and yet nothing of the city or of anybody's rights is another afterwards. */
const ONLY_ASKS = new Set(['POST /api/answers', 'POST /api/tasks/answers', 'DELETE /api/tasks/:id', 'POST /api/audit/check']);
/** What nobody needs to be known for tells of itself, and bounds how often; senders leave their calls in the landing folder. */
const TELLS_ITSELF: readonly RouteAccess[] = ['everyone', 'own credentials'];
/** How a code may look; what somebody typed into an address is otherwise not repeated. */
const CODE = /^[\w.-]{1,60}$/;

const TOLD_OF_ACCOUNTS = ['grants', 'actions', 'days', 'isActive'];

/** Whether a route shows something, changes something, gives it away as a file, or none of these. */
type RouteKind = 'shown' | 'changed' | 'given' | 'neither';

/** What is no reading is a change, unless it is known to be none: a route that is added leaves a trace. */
function kindOf(route: string, access: RouteAccess | undefined): RouteKind {
  if (access === undefined || TELLS_ITSELF.includes(access)) return 'neither';
  if (access === 'export' || route === 'GET /api/audit/export') return 'given';
  if (!route.startsWith('GET ') && !ONLY_ASKS.has(route)) return 'changed';
  return SHOWS.includes(access) ? 'shown' : 'neither';
}

/** What was asked: parameters and filters, and the questions of a page. The rest of a body is for what is changed to tell. */
function askedIn({ params, query, body }: Request): Readonly<Record<string, unknown>> {
  const questions = (body as { readonly questions?: unknown } | undefined)?.questions;
  return { ...params, ...query, ...(questions === undefined ? {} : { questions }) };
}

const codesIn = ({ params }: Request): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(params).filter(([, value]) => typeof value === 'string' && CODE.test(value)));

/** What of a body is told: rules and what is done to the pipeline whole, of accounts and tokens what they may, never a name. */
function saidIn(access: RouteAccess | undefined, body: unknown): Pick<Trace, 'after'> {
  if (access === 'set_rules' || access === 'operate') return { after: body };
  if (access !== 'administer' || typeof body !== 'object' || body === null) return {};
  const told = Object.entries(body).filter(([name]) => TOLD_OF_ACCOUNTS.includes(name));
  return told.length === 0 ? {} : { after: Object.fromEntries(told) };
}

/** What is to be told of a request in the audit log. */
export function routeTrace(request: Request, response: Response): { readonly kind: RouteKind; readonly trace: Trace } {
  const did = routeName(request.method, String((request.route as { readonly path?: unknown } | undefined)?.path ?? ''));
  const access = ROUTE_ACCESS[did];
  const who = identityIn(response)?.id ?? 'nobody';
  const trace: Trace = { who, did, what: askedIn(request), ...saidIn(access, request.body), requestId: requestIdOf(response) };
  return { kind: kindOf(did, access), trace };
}

/** What can be told of a change before anybody has read what it asks for: who, to what, under which request. */
export const intendedTrace = (request: Request, { who, did, requestId }: Trace): Trace => ({
  who,
  did: `${did} begun`,
  what: codesIn(request),
  ...(requestId === undefined ? {} : { requestId }),
});
