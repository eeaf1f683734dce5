import type { NextFunction, Request, Response } from 'express';
import type { Logger } from '../connections';
import { requestIdOf } from './request-id';

/** One line per request. The query string stays out of the log: it may hold what somebody looked for. */
export const logRequests =
  (log: Logger) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const started = performance.now();
    const { method, path } = request;
    response.once('close', () =>
      log.info({
        event: 'request',
        method,
        path,
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
        requestId: requestIdOf(response),
        ...(response.writableFinished ? {} : { isAborted: true }),
      }),
    );
    next();
  };
