import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Response } from 'express';
import type { Scope } from '@evenhand/domain';
import { dataPointsIn } from '../access/identity';

/**
 * Of which points the asker may see how complete the data is: of all for whoever answers for the data of the city, otherwise
 * of those whose figures they see.
 */
export const SeenPointsOf = createParamDecorator((_: unknown, context: ExecutionContext): Scope['points'] =>
  dataPointsIn(context.switchToHttp().getResponse<Response>()),
);
