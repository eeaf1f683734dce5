import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

/**
 * Scripts come from here alone. Styles too, or they carry the word that is made for the very answer: Angular sets the styles of
 * components at run time. Attributes may style, as the charts do; nothing that runs or is fetched can hide in them. Text
 * becomes markup only through what Angular compiled.
 */
const policyFor = (nonce: string): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "script-src-attr 'none'",
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types angular angular#bundler default',
  ].join('; ');

const NOT_NEEDED = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'midi', 'display-capture', 'browsing-topics'];
const PERMISSIONS = NOT_NEEDED.map((name) => `${name}=()`).join(', ');
const YEAR_S = 31_536_000;

/** The word by which styles of this answer are known. */
export const nonceOf = (response: Response): string => String(response.locals['nonce'] ?? '');

/** Nothing foreign runs in our pages, and our pages run in no foreign frame. */
export const secureHeaders =
  ({ isSecure }: { readonly isSecure: boolean }) =>
  (_request: Request, response: Response, next: NextFunction): void => {
    const nonce = randomBytes(16).toString('base64url');
    response.locals['nonce'] = nonce;
    response.set({
      'content-security-policy': policyFor(nonce),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'permissions-policy': PERMISSIONS,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      ...(isSecure ? { 'strict-transport-security': `max-age=${YEAR_S}` } : {}),
    });
    next();
  };
