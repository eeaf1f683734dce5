import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { from, map, type Observable, switchMap } from 'rxjs';
import { routeTrace } from './route-trace';
import { SeenFigures } from './seen-figures';
import { type Trace, Traces } from './traces';

/** Every change leaves a trace of who did it, to what; so does what somebody saw. What leaves as a file is told before it goes. */
@Injectable()
export class TracedRoutes implements NestInterceptor {
  constructor(
    private readonly traces: Traces,
    private readonly seen: SeenFigures,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const { kind, trace } = routeTrace(http.getRequest<Request>(), http.getResponse<Response>());
    if (kind === 'neither' || kind === 'given') return next.handle();
    return next.handle().pipe(switchMap((result: unknown) => from(this.keep(kind, trace)).pipe(map(() => result))));
  }

  private async keep(kind: 'shown' | 'changed', trace: Trace): Promise<void> {
    if (kind === 'shown') this.seen.note(trace);
    else await this.traces.leave(trace);
  }
}
