import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { withinWall } from '@evenhand/warehouse';
import type { Request, Response } from 'express';
import type { Observable } from 'rxjs';
import { dataPointsIn, pointsIn } from './identity';
import { ROUTE_ACCESS, type RouteAccess, routeName } from './route-access';

/** Work on all of the data, whoever is let do it: a load that saw a part of the facts would take the rest for gone. */
const WORK: readonly RouteAccess[] = ['machine', 'operate', 'set_rules', 'administer', 'own credentials'];

/** Tells how complete the data is; who answers for that sees it of the whole city, whatever figures they see. */
const OF_DATA: readonly RouteAccess[] = ['data', 'own_data', 'monitor'];

/**
 * Answers each call within the wall of its asker: whatever a statement says, the engine gives it rows of their points alone. This
 * stands beside the scope that questions carry, so that one of the two may be forgotten.
 */
@Injectable()
export class WalledRoutes implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const route = routeName(request.method, String((request.route as { readonly path?: unknown } | undefined)?.path ?? ''));
    const access = ROUTE_ACCESS[route];
    if (access !== undefined && WORK.includes(access)) return next.handle();
    const points = access !== undefined && OF_DATA.includes(access) ? dataPointsIn(response) : pointsIn(response);
    return withinWall(points, () => next.handle());
  }
}
