import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PushSettings } from '@evenhand/etl';

type Scheme = PushSettings['signature'];

/** What came with a call. */
export interface Signed {
  readonly body: Buffer;
  readonly signature: string;
  /** What the timestamp header says; empty when there is none. */
  readonly timestamp: string;
}

/** The signature of a body; of `<timestamp>.<body>` when the source signs the time of sending too. */
export function signatureOf(
  secret: string,
  { prefix, written, timestamp_header: timed }: Scheme,
  { body, timestamp }: Omit<Signed, 'signature'>,
): string {
  const signing = createHmac('sha256', secret);
  if (timed !== undefined) signing.update(`${timestamp}.`);
  return `${prefix}${signing.update(body).digest(written)}`;
}

/** Takes the same time for every wrong signature of one length. */
function isEqual(told: string, right: string): boolean {
  const [a, b] = [Buffer.from(told), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** True when whoever sent this knows the secret, and sent it about now where the source signs the time of sending. */
export function isGenuine(secret: string, scheme: Scheme, signed: Signed, now: Date): boolean {
  if (!isEqual(signed.signature, signatureOf(secret, scheme, signed))) return false;
  if (scheme.timestamp_header === undefined) return true;
  const sentAt = /^\d{1,12}$/.test(signed.timestamp) ? Number(signed.timestamp) * 1000 : NaN;
  return Math.abs(now.getTime() - sentAt) <= scheme.window_minutes * 60_000;
}
