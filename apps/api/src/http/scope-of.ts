import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { nothing, type Scope } from '@evenhand/domain';
import type { Response } from 'express';
import { scopeIn } from '../access/identity';

/** Which service points the asker may see, and what of their cases. */
export const ScopeOf = createParamDecorator(
  (_: unknown, context: ExecutionContext): Scope => scopeIn(context.switchToHttp().getResponse<Response>()) ?? nothing,
);
