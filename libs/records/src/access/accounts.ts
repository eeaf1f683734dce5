import { randomUUID } from 'node:crypto';
import { because, type Grant, InvalidQuery, NotFound } from '@evenhand/domain';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { Account, type AccountKind } from '../entities/account';
import { Invitation } from '../entities/invitation';
import { Session } from '../entities/session';

/** An account as it is made. */
export interface AccountToMake {
  readonly login: string;
  readonly name: string;
  readonly kind: AccountKind;
  readonly passwordHash?: string;
  readonly subject?: string;
  readonly grants: readonly Grant[];
  readonly madeBy: string;
}

const LOGIN = /^[a-z0-9][a-z0-9._@-]{1,79}$/;

/** How a login is kept: the same whoever types it. */
export const plainLogin = (login: string): string => login.normalize('NFC').trim().toLowerCase();

/** @throws {InvalidQuery} when the login is not one, or is in use */
export async function makeAccount(at: EntityManager, account: AccountToMake, now: Date): Promise<Account> {
  const login = plainLogin(account.login);
  if (!LOGIN.test(login))
    throw new InvalidQuery(
      'login',
      `"${account.login}" is no login; use 2 to 80 letters without accents, digits, or one of . _ @ -.`,
      because('no_login', { value: account.login }),
    );
  const accounts = at.getRepository(Account);
  if (await accounts.findOneBy({ login }))
    throw new InvalidQuery('login', `There is an account "${login}" already.`, because('login_taken', { value: login }));
  const made: Account = {
    ...{ passwordHash: null, subject: null },
    ...account,
    ...{ id: randomUUID(), login, madeAt: now, deactivatedAt: null },
  };
  await accounts.insert(made);
  return made;
}

/** All accounts there ever were, by login. */
export const listAccounts = (records: DataSource): Promise<Account[]> => records.getRepository(Account).find({ order: { login: 'ASC' } });

/** The account of a login that may sign in with a password. */
export const findLocalAccount = (records: DataSource, login: string): Promise<Account | null> =>
  records.getRepository(Account).findOneBy({ login: plainLogin(login), kind: 'local', deactivatedAt: IsNull() });

/** The account of a person of the identity provider, deactivated or not. */
export const findProviderAccount = (records: DataSource, subject: string): Promise<Account | null> =>
  records.getRepository(Account).findOneBy({ subject });

/** Whether anybody can change who may sign in. */
export async function hasAdministrator(at: EntityManager): Promise<boolean> {
  const active = await at.getRepository(Account).findBy({ deactivatedAt: IsNull() });
  return active.some(({ grants }) => grants.some(({ role }) => role === 'administrator'));
}

/** What can be changed of an account. */
export interface AccountChange {
  readonly grants?: readonly Grant[] | undefined;
  readonly isActive?: boolean | undefined;
}

/** An account before and after a change. */
export interface ChangedAccount {
  readonly before: Account;
  readonly after: Account;
}

/**
 * Changes what an account may do. Whoever is signed in with it is signed out at once.
 * @throws {NotFound} when there is no such account
 * @throws {InvalidQuery} when nobody could change accounts any more
 */
export function changeAccount(
  records: DataSource,
  id: string,
  { grants, isActive }: AccountChange,
  now = new Date(),
): Promise<ChangedAccount> {
  return records.transaction(async (at) => {
    const accounts = at.getRepository(Account);
    const before = await accounts.findOneBy({ id });
    if (!before) throw new NotFound(`There is no account "${id}".`, because('no_account'));
    const deactivatedAt = isActive === undefined ? before.deactivatedAt : isActive ? null : (before.deactivatedAt ?? now);
    await accounts.update({ id }, { grants: [...(grants ?? before.grants)], deactivatedAt });
    if (!(await hasAdministrator(at)))
      throw new InvalidQuery(
        'grants',
        'This is the last administrator; make another account administrator first.',
        because('last_administrator'),
      );
    await endSessions(at, id, now);
    return { before, after: await accounts.findOneByOrFail({ id }) };
  });
}

/**
 * Gives an account that signs in with a password another one. Whoever is signed in with it is signed out at once, and links by
 * which it could be set anew end.
 * @throws {NotFound} when no such account signs in with a password
 */
export function changePassword(records: DataSource, id: string, passwordHash: string, now = new Date()): Promise<void> {
  return records.transaction(async (at) => {
    const { affected } = await at.getRepository(Account).update({ id, kind: 'local', deactivatedAt: IsNull() }, { passwordHash });
    if (affected === 0) throw new NotFound(`There is no account "${id}" with a password.`, because('no_account'));
    await at.getRepository(Invitation).update({ accountId: id, usedAt: IsNull() }, { withdrawnAt: now });
    await endSessions(at, id, now);
  });
}

/** Ends every session of an account. */
export async function endSessions(at: EntityManager, accountId: string, now: Date): Promise<void> {
  await at.getRepository(Session).update({ accountId, endedAt: IsNull() }, { endedAt: now });
}
