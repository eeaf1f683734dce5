import { EntitySchema } from 'typeorm';

/** Something that somebody did or saw. Each entry holds the hash of the one before it, so that none can be changed or taken out unseen. */
export interface AuditEntry {
  /** 1, 2, 3 … without gaps. */
  readonly id: number;
  readonly at: Date;
  /** Id of an account or a token, `owner`, or `nobody`. */
  readonly who: string;
  readonly did: string;
  /** To what, and what stood before and after, as canonical JSON; null where there is nothing to say. */
  readonly what: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly requestId: string | null;
  /** Hash of the entry before; empty for the first. */
  readonly previousHash: string;
  /** SHA-256 over everything above, in hexadecimal digits. */
  readonly hash: string;
}

export const AuditEntry = new EntitySchema<AuditEntry>({
  name: 'audit_entry',
  columns: {
    id: { type: 'integer', primary: true },
    at: { type: 'timestamptz' },
    who: { type: 'text' },
    did: { type: 'text' },
    what: { type: 'text', nullable: true },
    before: { type: 'text', nullable: true },
    after: { type: 'text', nullable: true },
    requestId: { name: 'request_id', type: 'text', nullable: true },
    previousHash: { name: 'previous_hash', type: 'text' },
    hash: { type: 'text' },
  },
});
