import { Inject, Injectable } from '@nestjs/common';
import type { MadeToken, MakeToken, TokenInfo } from '@evenhand/contracts';
import { actionsOfAll, because, InvalidQuery } from '@evenhand/domain';
import { type ApiToken, listApiTokens, makeApiToken, revokeApiToken } from '@evenhand/records';
import { NOW, type Now, RECORDS, type Records } from '../connections';
import { GrantCheck } from './grant-check';
import type { Identity } from './identity';

const DAY = 86_400_000;

const infoOf = ({ id, name, grants, actions, madeBy, ...token }: ApiToken): TokenInfo => ({
  ...{ id, name, madeBy, actions: [...actions] },
  grants: grants.map((grant) => ({ ...grant, units: [...grant.units], branches: [...grant.branches] })),
  madeAt: token.madeAt.toISOString(),
  endsAt: token.endsAt?.toISOString() ?? null,
  lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
  revokedAt: token.revokedAt?.toISOString() ?? null,
});

/** The tokens by which machines ask. */
@Injectable()
export class TokenDesk {
  constructor(
    @Inject(RECORDS) private readonly records: Records,
    private readonly grants: GrantCheck,
    @Inject(NOW) private readonly now: Now,
  ) {}

  async list(): Promise<{ readonly tokens: readonly TokenInfo[] }> {
    return { tokens: (await listApiTokens(this.records)).map(infoOf) };
  }

  async make({ name, grants, actions, days }: MakeToken, who: Identity): Promise<MadeToken> {
    const checked = await this.grants.checked(grants);
    const possible = actionsOfAll(checked);
    const beyond = actions.find((action) => !possible.includes(action));
    if (beyond !== undefined)
      throw new InvalidQuery(
        'actions',
        `These roles may not "${beyond}"; allowed: ${possible.join(', ') || 'nothing'}.`,
        because('token_beyond_roles', { action: beyond, allowed: possible.join(', ') }),
      );
    const now = this.now();
    const endsAt = days === null ? null : new Date(now.getTime() + days * DAY);
    const { token, text } = await makeApiToken(this.records, { name, grants: checked, actions, endsAt, madeBy: who.name }, now);
    return { text, token: infoOf(token) };
  }

  revoke(id: string): Promise<void> {
    return revokeApiToken(this.records, id, this.now());
  }
}
