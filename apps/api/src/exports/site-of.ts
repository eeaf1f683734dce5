import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request } from 'express';
import { isNameOfThisMachine } from '../access/from-here';

const SITE = 'site';

/** Tells the server the address under which people reach it. */
export const nameSite = (app: NestExpressApplication, url: URL | null): void => void app.setLocal(SITE, url?.origin);

/**
 * The address under which people reach the server, such as `https://evenhand.example`. What a request calls the server is
 * believed only where it is a name of this machine: anybody can write anything there.
 */
export const SiteOf = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { app, headers, socket } = context.switchToHttp().getRequest<Request>();
  const named: unknown = app.locals[SITE];
  if (typeof named === 'string') return named;
  const { host = '' } = headers;
  return `http://${isNameOfThisMachine(host) ? host : `127.0.0.1:${socket.localPort}`}`;
});
