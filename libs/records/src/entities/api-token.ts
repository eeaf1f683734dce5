import type { Action, Grant } from '@evenhand/domain';
import { EntitySchema } from 'typeorm';

/** A machine that may ask. Of its token only the hash is kept. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly tokenHash: string;
  /** Whose eyes it has. */
  readonly grants: readonly Grant[];
  /** What it may do of what these grants allow. */
  readonly actions: readonly Action[];
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly endsAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

export const ApiToken = new EntitySchema<ApiToken>({
  name: 'api_token',
  columns: {
    id: { type: 'uuid', primary: true },
    name: { type: 'text' },
    tokenHash: { name: 'token_hash', type: 'text' },
    grants: { type: 'jsonb' },
    actions: { type: 'jsonb' },
    madeAt: { name: 'made_at', type: 'timestamptz' },
    madeBy: { name: 'made_by', type: 'text' },
    endsAt: { name: 'ends_at', type: 'timestamptz', nullable: true },
    lastUsedAt: { name: 'last_used_at', type: 'timestamptz', nullable: true },
    revokedAt: { name: 'revoked_at', type: 'timestamptz', nullable: true },
  },
});
