import { createHash } from 'node:crypto';
import type { AuditEntry } from '../entities/audit-entry';

/** What an entry says, without its hash. */
export type AuditSaying = Omit<AuditEntry, 'hash'>;

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, sorted(one)]),
  );
};

/** JSON that is the same for equal values, whatever the order of their keys; null for nothing. */
export const canonicalJson = (value: unknown): string | null =>
  value === undefined || value === null ? null : JSON.stringify(sorted(value));

/** The hash of an entry: SHA-256 over its fields in their order, the hash of the entry before among them. */
export const auditHash = ({ id, at, who, did, what, before, after, requestId, previousHash }: AuditSaying): string =>
  createHash('sha256')
    .update(JSON.stringify([id, at.toISOString(), who, did, what, before, after, requestId, previousHash]))
    .digest('hex');

/** The last entry of a log, as an auditor keeps it elsewhere. */
export interface AuditHead {
  readonly id: number;
  readonly hash: string;
}

/** Why an entry does not follow from the one before it; null when it does. */
export function brokenLink(entry: AuditEntry, before: AuditHead | null): string | null {
  const expected = (before?.id ?? 0) + 1;
  if (entry.id !== expected) return `Entry ${expected} is missing.`;
  if (entry.previousHash !== (before?.hash ?? '')) return `Entry ${entry.id} does not follow from the one before it.`;
  return auditHash(entry) === entry.hash ? null : `Entry ${entry.id} was changed.`;
}
