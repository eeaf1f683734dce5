import { randomUUID } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/** Gives each request a name that the caller can quote and the log can be searched for. */
export function nameRequest(_request: Request, response: Response, next: NextFunction): void {
  const requestId = randomUUID();
  response.locals['requestId'] = requestId;
  response.setHeader('x-request-id', requestId);
  next();
}

export const requestIdOf = (response: Response): string => String(response.locals['requestId'] ?? '');

/** The name of the request being answered. */
export const RequestId = createParamDecorator((_: unknown, context: ExecutionContext) =>
  requestIdOf(context.switchToHttp().getResponse<Response>()),
);
