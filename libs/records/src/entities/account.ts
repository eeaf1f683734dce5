import type { Grant } from '@evenhand/domain';
import { EntitySchema } from 'typeorm';

/** How somebody proves to be who they are: a password, the city's identity provider, or one click in the simulated city. */
export type AccountKind = 'local' | 'provider' | 'simulated';

/** Somebody who may sign in. */
export interface Account {
  readonly id: string;
  /** In lower case. */
  readonly login: string;
  readonly name: string;
  readonly kind: AccountKind;
  /** Argon2id with its parameters. */
  readonly passwordHash: string | null;
  /** Issuer and subject at the identity provider. */
  readonly subject: string | null;
  readonly grants: readonly Grant[];
  readonly madeAt: Date;
  readonly madeBy: string;
  /** Null while the account may sign in. */
  readonly deactivatedAt: Date | null;
}

export const Account = new EntitySchema<Account>({
  name: 'account',
  columns: {
    id: { type: 'uuid', primary: true },
    login: { type: 'text' },
    name: { type: 'text' },
    kind: { type: 'text' },
    passwordHash: { name: 'password_hash', type: 'text', nullable: true },
    subject: { type: 'text', nullable: true },
    grants: { type: 'jsonb' },
    madeAt: { name: 'made_at', type: 'timestamptz' },
    madeBy: { name: 'made_by', type: 'text' },
    deactivatedAt: { name: 'deactivated_at', type: 'timestamptz', nullable: true },
  },
});
