import { because, InvalidQuery } from '@evenhand/domain';
import type { Request } from 'express';
import { Refusal } from '../http/refusal';

const LOOPBACK_ADDRESSES = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

const hostName = (host = ''): string => host.replace(/:\d+$/, '').toLowerCase();

/** Whether a host, with or without its port, is what this machine calls itself. */
export const isNameOfThisMachine = (host: string | undefined): boolean => LOOPBACK_NAMES.includes(hostName(host));

/**
 * Whether a request was made on this very machine. A proxy of this machine speaks for others, and a name that somebody pointed
 * at this machine is not its own.
 */
export const isFromThisMachine = ({ socket, headers }: Pick<Request, 'socket' | 'headers'>): boolean =>
  LOOPBACK_ADDRESSES.includes(socket.remoteAddress ?? '') &&
  isNameOfThisMachine(headers.host) &&
  FORWARDED.every((name) => headers[name] === undefined);

const CHANGES_NOTHING = ['GET', 'HEAD', 'OPTIONS'];

const foreign = (): Refusal =>
  new Refusal(
    403,
    { id: 'foreign-request', title: 'Not from this product', reason: because('foreign_request') },
    'Another site asked for this change; open this product itself and try again.',
  );

const hasBody = ({ headers }: Request): boolean => headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/**
 * Refuses changes that a page of another site asks for in the name of whoever is signed in. Browsers say where a request comes
 * from; who says nothing is no browser, yet may send only what no form can send.
 */
export function refuseForeign(request: Request): void {
  if (CHANGES_NOTHING.includes(request.method)) return;
  const { 'sec-fetch-site': site, origin, host, 'content-type': type = '' } = request.headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw foreign();
  if (origin !== undefined && URL.parse(origin)?.host !== host) throw foreign();
  if (hasBody(request) && !/^application\/([\w.-]+\+)?json\b/i.test(type))
    throw new InvalidQuery('', 'The request has no body; send JSON with the header content-type: application/json.', because('no_body'));
}
