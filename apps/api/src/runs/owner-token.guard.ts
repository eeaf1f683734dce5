import { type CanActivate, type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import type { Request } from 'express';
import { OwnerToken } from './owner-token';

/** Lets in who proves to read the data folder. */
@Injectable()
export class OwnerTokenGuard implements CanActivate {
  constructor(private readonly token: OwnerToken) {}

  canActivate(context: ExecutionContext): boolean {
    const [scheme, token] = (context.switchToHttp().getRequest<Request>().headers.authorization ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || !this.token.accepts(token ?? '')) throw new UnauthorizedException();
    return true;
  }
}
