import type { AuditEntryInfo } from '@evenhand/contracts';

/** Whether somebody saw, took away, changed something, began to or could not, or signed in or out. */
export type AuditKind = 'saw' | 'exported' | 'changed' | 'began' | 'failed' | 'session';

const READS = ['POST /api/answers', 'POST /api/tasks/answers', 'POST /api/audit/check'];

const TAKES = ['GET /api/rows/export', 'GET /api/quarantine/export', 'GET /api/audit/export'];

/** What kind of thing an entry tells. */
export function kindOf(did: string): AuditKind {
  if (did.endsWith(' begun')) return 'began';
  if (did.endsWith(' failed')) return 'failed';
  if (did.startsWith('command ')) return 'changed';
  if (!did.includes(' /api/')) return did === 'account changed' || did.startsWith('note ') ? 'changed' : 'session';
  if (did.startsWith('GET /api/exports/') || TAKES.includes(did)) return 'exported';
  return did.startsWith('GET ') || READS.includes(did) ? 'saw' : 'changed';
}

/** A statement as `name: value`; values that are not plain stay JSON. */
export interface Saying {
  readonly name: string;
  readonly value: string;
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The statements of a text of JSON; what cannot be read stands as it is. */
export function sayingsOf(text: string | null): readonly Saying[] {
  if (text === null) return [];
  try {
    const read: unknown = JSON.parse(text);
    if (read === null || typeof read !== 'object' || Array.isArray(read)) return [{ name: '', value: plain(read) }];
    return Object.entries(read).map(([name, value]) => ({ name, value: plain(value) }));
  } catch {
    return [{ name: '', value: text }];
  }
}

/** Everything an entry says besides who and when. */
export const detailsOf = ({ what, before, after }: Pick<AuditEntryInfo, 'what' | 'before' | 'after'>) => ({
  what: sayingsOf(what),
  before: sayingsOf(before),
  after: sayingsOf(after),
});
