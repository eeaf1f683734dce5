import { Inject, Injectable } from '@nestjs/common';
import { SESSION_MS } from '@evenhand/records';
import type { CookieOptions, Request, Response } from 'express';
import { type AccessSettings } from './access-settings';
import { ACCESS_SETTINGS } from './settings-token';

/** The value of a cookie that a browser sent. */
export function cookieIn({ headers }: Pick<Request, 'headers'>, name: string): string | null {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1) || null;
}

const UNDER_WAY_MS = 10 * 60_000;

/**
 * The secrets that a browser keeps. No script reads them. The session is not even sent along when another site leads here: the
 * pages hold nothing, and what they ask for they ask from here. Only the way back from the identity provider comes from outside.
 */
@Injectable()
export class SessionCookie {
  constructor(@Inject(ACCESS_SETTINGS) private readonly settings: AccessSettings) {}

  read(request: Request): string | null {
    return cookieIn(request, this.named('session'));
  }

  write(response: Response, secret: string): void {
    response.cookie(this.named('session'), secret, this.options('strict', SESSION_MS));
  }

  clear(response: Response): void {
    response.clearCookie(this.named('session'), this.options('strict'));
  }

  /** Takes what was kept for the way back from the identity provider. */
  takeUnderWay(request: Request, response: Response): string | null {
    response.clearCookie(this.named('sign-in'), this.options('lax'));
    return cookieIn(request, this.named('sign-in'));
  }

  writeUnderWay(response: Response, secret: string): void {
    response.cookie(this.named('sign-in'), secret, this.options('lax', UNDER_WAY_MS));
  }

  private get isSecure(): boolean {
    return this.settings.url?.protocol === 'https:';
  }

  // A browser takes a name that begins like this only from the very host, over https and for every path.
  private named(name: string): string {
    return this.isSecure ? `__Host-evenhand-${name}` : `evenhand-${name}`;
  }

  private options(sameSite: 'strict' | 'lax', maxAge?: number): CookieOptions {
    return { httpOnly: true, sameSite, secure: this.isSecure, path: '/', ...(maxAge === undefined ? {} : { maxAge }) };
  }
}
