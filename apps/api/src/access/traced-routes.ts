import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { from, map, type Observable, switchMap } from 'rxjs';
import { requestIdOf } from '../http/request-id';
import { identityIn } from './identity';
import { ROUTE_ACCESS, type RouteAccess, routeName } from './route-access';
import { Traces } from './traces';

const TRACED: readonly RouteAccess[] = ['export', 'set_rules', 'operate', 'administer', 'machine'];

/** Every change and every export leaves a trace of who did it, to what, once it has been done. */
@Injectable()
export class TracedRoutes implements NestInterceptor {
  constructor(private readonly traces: Traces) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const did = routeName(request.method, String((request.route as { readonly path?: unknown } | undefined)?.path ?? ''));
    const access = ROUTE_ACCESS[did];
    const isTraced = access !== undefined && TRACED.includes(access) && (request.method !== 'GET' || access === 'export');
    if (!isTraced) return next.handle();
    const who = identityIn(response)?.id ?? 'nobody';
    const trace = { who, did, what: { ...request.params } as Record<string, string>, requestId: requestIdOf(response) };
    return next.handle().pipe(switchMap((result: unknown) => from(this.traces.leave(trace)).pipe(map(() => result))));
  }
}
