import { type CanActivate, createParamDecorator, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { findSender } from '@evenhand/records';
import type { Request, Response } from 'express';
import { RECORDS, type Records } from '../connections';
import { NATIONAL_SOURCE } from './national-source';
import { unknownSender } from './sync-refusal';

/** Lets in who has the token of an active sender; asked anew for every call, so a revoked token ends at once. */
@Injectable()
export class SenderGuard implements CanActivate {
  constructor(@Inject(RECORDS) private readonly records: Records) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const [scheme, token = ''] = (http.getRequest<Request>().headers.authorization ?? '').split(' ');
    const sender = scheme?.toLowerCase() === 'bearer' ? await findSender(this.records, { source: NATIONAL_SOURCE, token }) : undefined;
    if (!sender) throw unknownSender();
    http.getResponse<Response>().locals['sender'] = sender.name;
    return true;
  }
}

/** The name of the sender that {@link SenderGuard} let in. */
export const SenderOf = createParamDecorator((_: unknown, context: ExecutionContext) =>
  String(context.switchToHttp().getResponse<Response>().locals['sender']),
);
