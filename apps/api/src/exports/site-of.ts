import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** The address under which the asker reached the server, such as `http://localhost:3000`. */
export const SiteOf = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { protocol, headers } = context.switchToHttp().getRequest<Request>();
  return `${protocol}://${headers.host ?? 'localhost'}`;
});
