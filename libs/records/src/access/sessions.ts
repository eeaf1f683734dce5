import type { DataSource } from 'typeorm';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import { Account } from '../entities/account';
import { Session } from '../entities/session';
import { randomSecret, secretHash } from './random-secret';

const HOUR = 3_600_000;
/** A working day; nobody stays signed in over night. */
export const SESSION_MS = 8 * HOUR;
/** An ended session is forgotten after a month. */
const KEPT_MS = 30 * 24 * HOUR;

/** Signs an account in and gives the secret that its browser keeps. */
export async function beginSession(records: DataSource, accountId: string, now = new Date()): Promise<string> {
  const id = randomSecret();
  const sessions = records.getRepository(Session);
  await sessions.delete({ endsAt: LessThan(new Date(now.getTime() - KEPT_MS)) });
  await sessions.insert({
    idHash: secretHash(id),
    accountId,
    beganAt: now,
    endsAt: new Date(now.getTime() + SESSION_MS),
    endedAt: null,
  });
  return id;
}

/** Who is signed in by a secret; asked anew for every request, so that an ended session ends at once. */
export async function accountOfSession(records: DataSource, id: string, now = new Date()): Promise<Account | null> {
  const session = await records.getRepository(Session).findOneBy({ idHash: secretHash(id), endedAt: IsNull(), endsAt: MoreThan(now) });
  return session && records.getRepository(Account).findOneBy({ id: session.accountId, deactivatedAt: IsNull() });
}

/** Signs out; a secret that is not one changes nothing. */
export async function endSession(records: DataSource, id: string, now = new Date()): Promise<void> {
  await records.getRepository(Session).update({ idHash: secretHash(id), endedAt: IsNull() }, { endedAt: now });
}
