import { Inject, Injectable } from '@nestjs/common';
import type { AccountInfo, ChangeAccount, InvitationInfo, Invite, OneTimeLink } from '@evenhand/contracts';
import { because, InvalidQuery, NotFound } from '@evenhand/domain';
import {
  type Account,
  changeAccount,
  type Invitation,
  invite,
  listAccounts,
  listOpenInvitations,
  type MadeInvitation,
  withdrawInvitation,
} from '@evenhand/records';
import { NOW, type Now, RECORDS, type Records } from '../connections';
import { GrantCheck } from './grant-check';
import type { Identity } from './identity';
import { Traces } from './traces';

const infoOf = ({ id, login, name, kind, grants, deactivatedAt, madeAt, madeBy }: Account): AccountInfo => ({
  ...{ id, login, name, kind, madeBy },
  grants: grants.map((grant) => ({ ...grant, units: [...grant.units], branches: [...grant.branches] })),
  isActive: deactivatedAt === null,
  madeAt: madeAt.toISOString(),
});

const openOf = ({ id, kind, name, grants, madeBy, endsAt }: Invitation): InvitationInfo => ({
  ...{ id, kind, name, madeBy },
  grants: grants.map((grant) => ({ ...grant, units: [...grant.units], branches: [...grant.branches] })),
  endsAt: endsAt.toISOString(),
});

/** The path that opens an invitation. What follows the hash never leaves the browser by itself, so no log has it. */
export const pathOfLink = (secret: string): string => `/join#${secret}`;

const linkOf = ({ secret, invitation: { endsAt } }: MadeInvitation): OneTimeLink => ({
  path: pathOfLink(secret),
  endsAt: endsAt.toISOString(),
});

/** Who may sign in, as administrators see and change it. */
@Injectable()
export class AccountDesk {
  constructor(
    @Inject(RECORDS) private readonly records: Records,
    private readonly grants: GrantCheck,
    private readonly traces: Traces,
    @Inject(NOW) private readonly now: Now,
  ) {}

  async list(): Promise<{ readonly accounts: readonly AccountInfo[] }> {
    return { accounts: (await listAccounts(this.records)).map(infoOf) };
  }

  async change(id: string, { grants, isActive }: ChangeAccount, who: Identity): Promise<AccountInfo> {
    const checked = grants && (await this.grants.checked(grants));
    const { before, after } = await changeAccount(this.records, id, { grants: checked, isActive }, this.now());
    const told = ({ grants: of, deactivatedAt }: Account) => ({ grants: of, isActive: deactivatedAt === null });
    await this.traces.leave({ who: who.id, did: 'account changed', what: { account: id }, before: told(before), after: told(after) });
    return infoOf(after);
  }

  /** A link by which the person of an account sets another password. */
  async passwordLink(id: string, who: Identity): Promise<OneTimeLink> {
    const account = (await listAccounts(this.records)).find((one) => one.id === id);
    if (!account) throw new NotFound(`There is no account "${id}".`, because('no_account'));
    if (account.kind !== 'local')
      throw new InvalidQuery('id', `"${account.login}" signs in without a password of this product.`, because('account_without_password'));
    return linkOf(
      await invite(this.records, { kind: 'password', name: account.name, grants: [], accountId: id, madeBy: who.name }, this.now()),
    );
  }

  async openInvitations(): Promise<{ readonly invitations: readonly InvitationInfo[] }> {
    return { invitations: (await listOpenInvitations(this.records, this.now())).map(openOf) };
  }

  async invite({ name, grants }: Invite, who: Identity): Promise<OneTimeLink> {
    const checked = await this.grants.checked(grants);
    return linkOf(await invite(this.records, { kind: 'account', name, grants: checked, madeBy: who.name }, this.now()));
  }

  withdraw(id: string): Promise<void> {
    return withdrawInvitation(this.records, id, this.now());
  }
}
