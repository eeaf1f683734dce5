import { EntitySchema } from 'typeorm';

/** A system that may send records of one source over HTTP. Of its token only the hash is kept. */
export interface Sender {
  /** Lower-case letters, digits and hyphens; stands in the names of the files that keep what it sent. */
  readonly name: string;
  readonly source: string;
  /** SHA-256 of the token, in hexadecimal digits. */
  readonly tokenHash: string;
  readonly createdAt: Date;
  /** Null while the sender may send. */
  readonly revokedAt: Date | null;
}

export const Sender = new EntitySchema<Sender>({
  name: 'sender',
  columns: {
    name: { type: 'text', primary: true },
    source: { type: 'text' },
    tokenHash: { name: 'token_hash', type: 'text' },
    createdAt: { name: 'created_at', type: 'timestamptz' },
    revokedAt: { name: 'revoked_at', type: 'timestamptz', nullable: true },
  },
});
