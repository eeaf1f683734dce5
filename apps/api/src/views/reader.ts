import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Response } from 'express';
import { identityIn } from '../access/identity';

/** Who keeps views where nobody signs in: everyone who reaches the server is one and the same reader. */
const LOCAL_READER = 'local';

/** The opaque id under which somebody keeps views: that of their account where they are signed in. */
export const readerIn = (response: Response): string => identityIn(response)?.id ?? LOCAL_READER;

/** The reader who asks. */
export const Reader = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  readerIn(context.switchToHttp().getResponse<Response>()),
);
