import type { Grant } from '@evenhand/domain';
import { EntitySchema } from 'typeorm';

/** What a one-time link is for: the first administrator, an account, or another password of an account. */
export type InvitationKind = 'administrator' | 'account' | 'password';

/** A link that can be used once. */
export interface Invitation {
  readonly id: string;
  readonly tokenHash: string;
  readonly kind: InvitationKind;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** Whose password it sets. */
  readonly accountId: string | null;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly endsAt: Date;
  readonly usedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

export const Invitation = new EntitySchema<Invitation>({
  name: 'invitation',
  columns: {
    id: { type: 'uuid', primary: true },
    tokenHash: { name: 'token_hash', type: 'text' },
    kind: { type: 'text' },
    name: { type: 'text' },
    grants: { type: 'jsonb' },
    accountId: { name: 'account_id', type: 'uuid', nullable: true },
    madeAt: { name: 'made_at', type: 'timestamptz' },
    madeBy: { name: 'made_by', type: 'text' },
    endsAt: { name: 'ends_at', type: 'timestamptz' },
    usedAt: { name: 'used_at', type: 'timestamptz', nullable: true },
    withdrawnAt: { name: 'withdrawn_at', type: 'timestamptz', nullable: true },
  },
});
