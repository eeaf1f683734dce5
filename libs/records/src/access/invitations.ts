import { randomUUID } from 'node:crypto';
import { because, type Grant, InvalidQuery, NotFound } from '@evenhand/domain';
import { type DataSource, type EntityManager, IsNull, MoreThan } from 'typeorm';
import { Account } from '../entities/account';
import { Invitation, type InvitationKind } from '../entities/invitation';
import { endSessions, hasAdministrator, makeAccount } from './accounts';
import { randomSecret, secretHash } from './random-secret';

const DAY = 86_400_000;
const VALID_MS: Readonly<Record<InvitationKind, number>> = { administrator: DAY, account: 7 * DAY, password: DAY };

/** Whom a link is for and what it gives. */
export interface InvitationToMake {
  readonly kind: InvitationKind;
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly accountId?: string;
  readonly madeBy: string;
}

/** A link: its secret is given once and cannot be read again. */
export interface MadeInvitation {
  readonly invitation: Invitation;
  readonly secret: string;
}

async function make(at: EntityManager, wanted: InvitationToMake, now: Date): Promise<MadeInvitation> {
  const secret = randomSecret();
  const invitation: Invitation = {
    ...{ accountId: null },
    ...wanted,
    ...{ id: randomUUID(), tokenHash: secretHash(secret), madeAt: now, endsAt: new Date(now.getTime() + VALID_MS[wanted.kind]) },
    ...{ usedAt: null, withdrawnAt: null },
  };
  await at.getRepository(Invitation).insert(invitation);
  return { invitation, secret };
}

/** Makes a one-time link. */
export const invite = (records: DataSource, wanted: InvitationToMake, now = new Date()): Promise<MadeInvitation> =>
  make(records.manager, wanted, now);

/** The link by which the first administrator is made; none once there is one. An earlier link that nobody used ends. */
export function inviteAdministrator(records: DataSource, now = new Date()): Promise<MadeInvitation | null> {
  return records.transaction(async (at) => {
    if (await hasAdministrator(at)) return null;
    await at.getRepository(Invitation).update({ kind: 'administrator', usedAt: IsNull() }, { withdrawnAt: now });
    const grants: readonly Grant[] = [{ role: 'administrator', units: [], branches: [] }];
    return make(at, { kind: 'administrator', name: 'Administrator', grants, madeBy: 'first start' }, now);
  });
}

const open = (now: Date) => ({ usedAt: IsNull(), withdrawnAt: IsNull(), endsAt: MoreThan(now) });

/** The invitation that a secret opens, as long as it does. */
export const openInvitation = (records: DataSource, secret: string, now = new Date()): Promise<Invitation | null> =>
  records.getRepository(Invitation).findOneBy({ tokenHash: secretHash(secret), ...open(now) });

/** Links that nobody has used yet, the latest first. */
export const listOpenInvitations = (records: DataSource, now = new Date()): Promise<Invitation[]> =>
  records.getRepository(Invitation).find({ where: open(now), order: { madeAt: 'DESC' } });

/** @throws {NotFound} when there is no such open invitation */
export async function withdrawInvitation(records: DataSource, id: string, now = new Date()): Promise<void> {
  const { affected } = await records.getRepository(Invitation).update({ id, ...open(now) }, { withdrawnAt: now });
  if (affected === 0) throw new NotFound('There is no such open invitation.', because('no_invitation'));
}

/** Who accepts an invitation, and how they will sign in. */
export interface Accepted {
  readonly secret: string;
  readonly login: string;
  readonly name: string;
  readonly passwordHash: string;
}

const GONE = 'This link is used up, withdrawn or too old; ask an administrator for another one.';

/**
 * Uses an invitation up and gives its account. Of two that come at once the first one gets it; one that is refused for its
 * login leaves the invitation as it was.
 * @throws {InvalidQuery} when the link opens nothing any more, or the login cannot be had
 */
export function acceptInvitation(records: DataSource, { secret, login, name, passwordHash }: Accepted, now = new Date()): Promise<Account> {
  return records.transaction(async (at) => {
    const invitations = at.getRepository(Invitation);
    const { affected } = await invitations.update({ tokenHash: secretHash(secret), ...open(now) }, { usedAt: now });
    if (affected !== 1) throw new InvalidQuery('secret', GONE, because('link_gone'));
    const { kind, grants, accountId, madeBy } = await invitations.findOneByOrFail({ tokenHash: secretHash(secret) });
    if (kind === 'administrator' && (await hasAdministrator(at))) throw new InvalidQuery('secret', GONE, because('link_gone'));
    if (accountId === null) return makeAccount(at, { login, name, kind: 'local', passwordHash, grants, madeBy }, now);
    await at.getRepository(Account).update({ id: accountId, kind: 'local' }, { passwordHash });
    await endSessions(at, accountId, now);
    return at.getRepository(Account).findOneByOrFail({ id: accountId });
  });
}
