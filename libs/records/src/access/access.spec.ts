import { randomUUID } from 'node:crypto';
import type { Grant, Role } from '@evenhand/domain';
import type { DataSource } from 'typeorm';
import type { Account } from '../entities/account';
import { openRecords } from '../open-records';
import { changeAccount, changePassword, findLocalAccount, listAccounts, makeAccount } from './accounts';
import { findApiToken, isApiToken, listApiTokens, makeApiToken, revokeApiToken } from './api-tokens';
import { acceptInvitation, invite, inviteAdministrator, listOpenInvitations, openInvitation, withdrawInvitation } from './invitations';
import { beginProviderSignIn, takeProviderSignIn } from './provider-sign-ins';
import { accountOfSession, beginSession, endSession, SESSION_MS } from './sessions';
import { ATTEMPTS_WINDOW_MS, countAttempt, forgetAttempts, forgiveAttempt } from './sign-in-attempts';

const grant = (role: Role): Grant => ({ role, units: [], branches: [] });
const at = (minutes: number): Date => new Date(Date.parse('2026-11-02T01:00:00Z') + minutes * 60_000);
const PASSWORD = { name: 'Ai đó', passwordHash: '$argon2id$one' };

describe('who may sign in', () => {
  let records: DataSource;
  let someone: Account;

  beforeAll(async () => {
    records = await openRecords('memory');
  });
  afterAll(() => records.destroy());

  it('is nobody at first: one link makes the administrator, an earlier one ends', async () => {
    const first = await inviteAdministrator(records, at(0));
    const second = await inviteAdministrator(records, at(1));
    const accept = (secret = '') => acceptInvitation(records, { ...PASSWORD, secret, login: 'Admin' }, at(2));
    await expect(accept(first?.secret)).rejects.toThrow('This link is used up, withdrawn or too old');
    expect(await accept(second?.secret)).toMatchObject({ login: 'admin', grants: [grant('administrator')] });
    await expect(accept(second?.secret)).rejects.toThrow('This link is used up');
  });

  it('[A5] gets no other link of that kind once there is an administrator', async () => {
    expect(await inviteAdministrator(records, at(3))).toBeNull();
  });

  it('is invited once: a login that is taken leaves the invitation open', async () => {
    const { secret } = await invite(records, { kind: 'account', name: 'Lan', grants: [grant('auditor')], madeBy: 'admin' }, at(4));
    await expect(acceptInvitation(records, { ...PASSWORD, secret, login: 'ADMIN ' }, at(5))).rejects.toThrow(
      'There is an account "admin" already.',
    );
    expect(await openInvitation(records, secret, at(5))).toMatchObject({ name: 'Lan' });
    someone = await acceptInvitation(records, { ...PASSWORD, secret, login: 'lan' }, at(6));
    expect(someone).toMatchObject({ login: 'lan', grants: [grant('auditor')], madeBy: 'admin' });
    expect(await openInvitation(records, secret, at(6))).toBeNull();
  });

  it('is not who opens a link that is old or was withdrawn', async () => {
    const wanted = { kind: 'account', name: 'Minh', grants: [], madeBy: 'admin' } as const;
    const old = await invite(records, wanted, at(0));
    expect(await openInvitation(records, old.secret, at(7 * 24 * 60))).toBeNull();
    const taken = await invite(records, wanted, at(8));
    await withdrawInvitation(records, taken.invitation.id, at(9));
    expect(await openInvitation(records, taken.secret, at(9))).toBeNull();
    expect((await listOpenInvitations(records, at(9))).map(({ id }) => id)).toEqual([old.invitation.id]);
    await expect(withdrawInvitation(records, taken.invitation.id, at(9))).rejects.toThrow('There is no such open invitation.');
  });

  it.each(['', 'a', 'a b', 'Nguyễn', '-x', 'x'.repeat(81)])('has no login "%s"', async (login) => {
    const account = { login, name: 'x', kind: 'local', passwordHash: 'x', grants: [], madeBy: 'x' } as const;
    await expect(makeAccount(records.manager, account, at(0))).rejects.toThrow('is no login');
  });

  it('stays signed in for eight hours, and no request longer', async () => {
    const id = await beginSession(records, someone.id, at(10));
    expect(await accountOfSession(records, id, new Date(at(10).getTime() + SESSION_MS - 1))).toMatchObject({ login: 'lan' });
    expect(await accountOfSession(records, id, new Date(at(10).getTime() + SESSION_MS))).toBeNull();
    expect(SESSION_MS).toBe(8 * 3_600_000);
  });

  it('[A3] is signed out at once by signing out, by another role and by deactivation', async () => {
    const begin = () => beginSession(records, someone.id, at(10));
    const [out, role, deactivated] = [await begin(), await begin(), await begin()];
    await endSession(records, out, at(11));
    expect(await accountOfSession(records, out, at(11))).toBeNull();
    expect(await accountOfSession(records, role, at(11))).not.toBeNull();
    await changeAccount(records, someone.id, { grants: [grant('leader')] }, at(12));
    expect(await accountOfSession(records, role, at(12))).toBeNull();
    expect(await accountOfSession(records, deactivated, at(12))).toBeNull();
    const again = await begin();
    await changeAccount(records, someone.id, { isActive: false }, at(13));
    expect(await accountOfSession(records, again, at(13))).toBeNull();
    expect(await findLocalAccount(records, 'LAN')).toBeNull();
    await changeAccount(records, someone.id, { isActive: true }, at(14));
    expect(await findLocalAccount(records, ' Lan')).toMatchObject({ grants: [grant('leader')] });
  });

  it('keeps nothing by which a copy of the records could sign in', async () => {
    const id = await beginSession(records, someone.id, at(15));
    const kept = JSON.stringify(await records.query('SELECT id_hash FROM session'));
    expect(kept).not.toContain(id);
    expect(await accountOfSession(records, kept, at(15))).toBeNull();
  });

  it('always includes an administrator', async () => {
    const [admin] = await listAccounts(records);
    await expect(changeAccount(records, admin?.id ?? '', { isActive: false }, at(16))).rejects.toThrow('This is the last administrator');
    await expect(changeAccount(records, admin?.id ?? '', { grants: [grant('leader')] }, at(16))).rejects.toThrow('the last administrator');
  });

  it('gets another password by a link, which ends every session', async () => {
    const id = await beginSession(records, someone.id, at(17));
    const wanted = { kind: 'password', name: 'Lan', grants: [], accountId: someone.id, madeBy: 'admin' } as const;
    const { secret } = await invite(records, wanted, at(17));
    const changed = await acceptInvitation(records, { secret, login: 'other', name: 'Other', passwordHash: '$argon2id$two' }, at(18));
    expect(changed).toMatchObject({ login: 'lan', name: 'Ai đó', passwordHash: '$argon2id$two' });
    expect(await accountOfSession(records, id, at(18))).toBeNull();
  });

  it('[A3] sets another password oneself, which ends every session and every link that could set it', async () => {
    const id = await beginSession(records, someone.id, at(19));
    const wanted = { kind: 'password', name: 'Lan', grants: [], accountId: someone.id, madeBy: 'admin' } as const;
    const { secret } = await invite(records, wanted, at(19));
    await changePassword(records, someone.id, '$argon2id$three', at(20));
    expect((await findLocalAccount(records, 'lan'))?.passwordHash).toBe('$argon2id$three');
    expect(await accountOfSession(records, id, at(20))).toBeNull();
    expect(await openInvitation(records, secret, at(20))).toBeNull();
    await expect(changePassword(records, randomUUID(), 'x', at(20))).rejects.toThrow('with a password');
  });
});

describe('what is kept of machines and attempts', () => {
  let records: DataSource;
  beforeAll(async () => {
    records = await openRecords('memory');
  });
  afterAll(() => records.destroy());

  it('knows a token by its hash until it is revoked or too old, and when it was last used', async () => {
    const wanted = { name: 'Bảng điện tử', grants: [grant('wallboard')], actions: ['live'], endsAt: at(60), madeBy: 'admin' } as const;
    const { token, text } = await makeApiToken(records, wanted, at(0));
    expect(isApiToken(text)).toBe(true);
    expect(JSON.stringify(await listApiTokens(records))).not.toContain(text);
    expect(await findApiToken(records, text, at(1))).toMatchObject({ name: 'Bảng điện tử', actions: ['live'] });
    expect((await listApiTokens(records))[0]?.lastUsedAt).toEqual(at(1));
    expect(await findApiToken(records, `${text}x`, at(1))).toBeNull();
    expect(await findApiToken(records, text, at(60))).toBeNull();
    await revokeApiToken(records, token.id, at(2));
    expect(await findApiToken(records, text, at(3))).toBeNull();
    await expect(revokeApiToken(records, token.id, at(3))).rejects.toThrow('There is no such token.');
  });

  it('counts attempts of a quarter of an hour, also those made at once', async () => {
    const counted = await Promise.all(Array.from({ length: 20 }, () => countAttempt(records, 'login:a', at(0))));
    expect(Math.max(...counted.map(({ failures }) => failures))).toBe(20);
    await forgiveAttempt(records, 'login:a');
    expect(await countAttempt(records, 'login:a', at(14))).toEqual({ failures: 20, untilMs: at(15).getTime() });
    expect((await countAttempt(records, 'login:a', new Date(at(0).getTime() + ATTEMPTS_WINDOW_MS))).failures).toBe(1);
    await forgetAttempts(records, 'login:a');
    expect((await countAttempt(records, 'login:a', at(16))).failures).toBe(1);
  });

  it('gives what a sign-in at the identity provider left behind once, and not after ten minutes', async () => {
    const kept = { state: 's', nonce: 'n', verifier: 'v', next: '/act' };
    const id = await beginProviderSignIn(records, kept, at(0));
    expect(await takeProviderSignIn(records, id, at(9))).toMatchObject(kept);
    expect(await takeProviderSignIn(records, id, at(9))).toBeNull();
    const late = await beginProviderSignIn(records, kept, at(0));
    expect(await takeProviderSignIn(records, late, at(11))).toBeNull();
  });
});
