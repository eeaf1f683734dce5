import type { Server } from 'node:http';
import type { NextFunction, Request, Response } from 'express';

/** Browsers hold connections open for later; once the server is closing there is no later, and waiting for them would delay its end. */
export const endIdleConnections =
  (server: Server) =>
  (_request: Request, response: Response, next: NextFunction): void => {
    response.once('close', () =>
      setImmediate(() => {
        if (!server.listening) server.closeIdleConnections();
      }),
    );
    next();
  };
