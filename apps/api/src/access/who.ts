import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Response } from 'express';
import { type Identity, identityIn } from './identity';

/** Who asks. Only for routes that nobody reaches without signing in. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Identity => {
  const identity = identityIn(context.switchToHttp().getResponse<Response>());
  if (identity === null) throw new Error('A route asks who asks, but lets in anybody.');
  return identity;
});
