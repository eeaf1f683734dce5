import { EntitySchema } from 'typeorm';

/** One sign-in. Its id is a secret of the browser; here stands the hash. */
export interface Session {
  readonly idHash: string;
  readonly accountId: string;
  readonly beganAt: Date;
  readonly endsAt: Date;
  /** Null unless somebody ended it before its time. */
  readonly endedAt: Date | null;
}

export const Session = new EntitySchema<Session>({
  name: 'session',
  columns: {
    idHash: { name: 'id_hash', type: 'text', primary: true },
    accountId: { name: 'account_id', type: 'uuid' },
    beganAt: { name: 'began_at', type: 'timestamptz' },
    endsAt: { name: 'ends_at', type: 'timestamptz' },
    endedAt: { name: 'ended_at', type: 'timestamptz', nullable: true },
  },
});
