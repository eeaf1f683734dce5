import type { NextFunction, Request, Response } from 'express';
import { ROUTE_ACCESS, routeName } from '../access/route-access';
import type { Measurements } from './measurements';

/** Under which name a request is counted: the route that took it, a page or file of the dashboard, or nothing that there is. */
function nameOf({ method, originalUrl, route }: Request): string {
  const name = routeName(method, String((route as { readonly path?: unknown } | undefined)?.path ?? ''));
  if (Object.hasOwn(ROUTE_ACCESS, name)) return name;
  return originalUrl.startsWith('/api/') ? 'none' : 'dashboard';
}

/** Counts each request and how long it took. */
export const measureRequests =
  (measurements: Measurements) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const started = performance.now();
    response.once('close', () =>
      measurements.noteRequest({
        route: nameOf(request),
        status: response.statusCode,
        seconds: (performance.now() - started) / 1000,
      }),
    );
    next();
  };
