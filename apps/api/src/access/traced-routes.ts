import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { from, lastValueFrom, type Observable, tap } from 'rxjs';
import { LOG, type Logger } from '../connections';
import { intendedTrace, routeTrace } from './route-trace';
import { SeenFigures } from './seen-figures';
import { StoodBefore } from './stood-before';
import { type Trace, Traces } from './traces';

/**
 * Every change leaves a trace of who did it, to what: one before it begins, so that none is ever made without, and one of how it
 * ended. What somebody saw leaves one before it is told, what leaves as a file before it goes.
 */
@Injectable()
export class TracedRoutes implements NestInterceptor {
  constructor(
    private readonly traces: Traces,
    private readonly seen: SeenFigures,
    private readonly stood: StoodBefore,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const { kind, trace } = routeTrace(request, http.getResponse<Response>());
    if (kind === 'changed') return from(this.changed(request, trace, next));
    return kind === 'shown' ? next.handle().pipe(tap(() => this.seen.note(trace))) : next.handle();
  }

  private async changed(request: Request, done: Trace, next: CallHandler): Promise<unknown> {
    const intended = intendedTrace(request, done);
    await this.traces.leave(intended);
    const before = await this.stood.of(done.did, request);
    try {
      const result = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.traces.leave(before === undefined ? done : { ...done, before });
      return result;
    } catch (error) {
      await this.tellFailed({ ...intended, did: `${done.did} failed` });
      throw error;
    }
  }

  /** A change that failed may have been made in part; where not even that can be kept, it stays known as begun. */
  private async tellFailed(failed: Trace): Promise<void> {
    try {
      await this.traces.leave(failed);
    } catch (error) {
      this.log.error({ event: 'trace lost', did: failed.did, requestId: failed.requestId, error: String(error) });
    }
  }
}
