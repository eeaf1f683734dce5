import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { identityIn, scopeIn } from '../access/identity';
import { routeName } from '../access/route-access';
import type { Exchange } from '../http/send-compressed';
import { LastAnswers } from './last-answers';
import { SentOnce } from './sent-once';

/** What pages are made of: figures, and what the city consists of. Cases and whatever belongs to a person are never kept. */
const REMEMBERED = new Set([
  'GET /api/answer',
  'GET /api/benchmark',
  'GET /api/calendar',
  'GET /api/catalog',
  'GET /api/city',
  'GET /api/changes',
  'GET /api/comparisons',
  'GET /api/health/data',
  'GET /api/points',
  'GET /api/points/:code/standards',
  'GET /api/reports/ii06',
  'GET /api/scores/index-766',
  'GET /api/scores/quarterly',
  'GET /api/standards',
  'GET /api/standards/:id',
  'GET /api/standards/:id/verdicts',
  'GET /api/trend',
  'GET /api/unevenness',
  'GET /api/wait-ends',
]);

/** Says of an answer that it is the last good one, and of when. */
export const STALE_SINCE = 'x-stale-since';

/** Gives the last good answer of a route where the warehouse cannot give a new one. */
@Injectable()
export class RememberedRoutes implements NestInterceptor {
  constructor(
    private readonly last: LastAnswers,
    private readonly sent: SentOnce,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const route = routeName(request.method, String((request.route as { readonly path?: unknown } | undefined)?.path ?? ''));
    if (!REMEMBERED.has(route)) return next.handle();
    const eyes = [scopeIn(response), identityIn(response)?.actions];
    const name = JSON.stringify([request.method, request.originalUrl, eyes]);
    return from(this.answered(name, firstValueFrom(next.handle()), { request, response }));
  }

  private async answered(name: string, asked: Promise<unknown>, exchange: Exchange): Promise<unknown> {
    const { result, staleSince } = await this.last.orLast(name, asked);
    if (staleSince !== null) exchange.response.set(STALE_SINCE, staleSince);
    return this.sent.of(result, exchange);
  }
}
