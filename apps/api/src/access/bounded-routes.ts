import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { finalize, type Observable } from 'rxjs';
import { type Identity, identityIn } from './identity';
import { QuestionBounds } from './question-bounds';
import { ROUTE_ACCESS, type RouteAccess, routeName } from './route-access';
import { SessionCookie } from './session-cookie';

const ASKS: readonly RouteAccess[] = ['figures', 'cases', 'compare', 'benchmark', 'own_data', 'export', 'audit'];

/** A call that carries several questions counts as so many, however they are written. */
function questionsIn({ body }: Request): number {
  const questions = (body as { readonly questions?: unknown } | undefined)?.questions;
  return typeof questions === 'object' && questions !== null ? Math.max(1, Object.keys(questions).length) : 1;
}

/** Bounds what each person may ask of the stores. Whoever holds the data folder has them anyway. */
@Injectable()
export class BoundedRoutes implements NestInterceptor {
  constructor(
    private readonly bounds: QuestionBounds,
    private readonly cookie: SessionCookie,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const identity = identityIn(http.getResponse<Response>());
    const route = routeName(request.method, String((request.route as { readonly path?: unknown } | undefined)?.path ?? ''));
    const access = ROUTE_ACCESS[route];
    if (identity === null || identity.kind === 'owner' || access === undefined || !ASKS.includes(access)) return next.handle();
    return next.handle().pipe(finalize(this.bounds.admit(this.personOf(identity, request), questionsIn(request))));
  }

  /** Many people share an account of the simulated city; there each browser is a person. */
  private personOf({ id, isShared }: Identity, request: Request): string {
    const secret = isShared ? this.cookie.read(request) : null;
    return secret === null ? id : `${id} ${createHash('sha256').update(secret).digest('base64')}`;
  }
}
