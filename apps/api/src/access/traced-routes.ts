import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { from, map, type Observable, switchMap } from 'rxjs';
import { requestIdOf } from '../http/request-id';
import { identityIn } from './identity';
import { ROUTE_ACCESS, type RouteAccess, routeName } from './route-access';
import { SeenFigures } from './seen-figures';
import { type Trace, Traces } from './traces';

const CHANGES: readonly RouteAccess[] = ['set_rules', 'operate', 'administer', 'machine'];
const SHOWS: readonly RouteAccess[] = ['figures', 'cases', 'compare', 'benchmark', 'own_data', 'data', 'audit', 'set_rules'];

/** Whether a route shows something, changes something, or gives it away as a file. */
function kindOf(method: string, access: RouteAccess | undefined): 'shown' | 'done' | 'neither' {
  if (access === undefined) return 'neither';
  if (access === 'export' || (method !== 'GET' && CHANGES.includes(access))) return 'done';
  return SHOWS.includes(access) ? 'shown' : 'neither';
}

/** What was asked: parameters and filters, and the questions of a page. The rest of a body is for what is changed to tell. */
function askedIn({ params, query, body }: Request): Readonly<Record<string, unknown>> {
  const questions = (body as { readonly questions?: unknown } | undefined)?.questions;
  return { ...params, ...query, ...(questions === undefined ? {} : { questions }) };
}

/** Every change and every export leaves a trace of who did it, to what; so does what somebody saw. */
@Injectable()
export class TracedRoutes implements NestInterceptor {
  constructor(
    private readonly traces: Traces,
    private readonly seen: SeenFigures,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const did = routeName(request.method, String((request.route as { readonly path?: unknown } | undefined)?.path ?? ''));
    const kind = kindOf(request.method, ROUTE_ACCESS[did]);
    if (kind === 'neither') return next.handle();
    const who = identityIn(response)?.id ?? 'nobody';
    const said = ROUTE_ACCESS[did] === 'set_rules' ? { after: request.body as unknown } : {};
    const trace: Trace = { who, did, what: askedIn(request), ...said, requestId: requestIdOf(response) };
    return next.handle().pipe(switchMap((result: unknown) => from(this.keep(kind, trace)).pipe(map(() => result))));
  }

  private async keep(kind: 'shown' | 'done', trace: Trace): Promise<void> {
    if (kind === 'shown') this.seen.note(trace);
    else await this.traces.leave(trace);
  }
}
