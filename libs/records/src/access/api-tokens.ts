import { randomUUID } from 'node:crypto';
import { type Action, because, type Grant, NotFound } from '@evenhand/domain';
import { type DataSource, IsNull } from 'typeorm';
import { ApiToken } from '../entities/api-token';
import { randomSecret, secretHash } from './random-secret';

/** What a machine gets. */
export interface TokenToMake {
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly actions: readonly Action[];
  readonly endsAt: Date | null;
  readonly madeBy: string;
}

/** So that a token is known for what it is wherever it is found. */
const PREFIX = 'evenhand_';
const NOTED_EVERY_MS = 60_000;

/** Whether a text may be a token of a machine. */
export const isApiToken = (text: string): boolean => text.startsWith(PREFIX);

/** Makes a token; its text is given once and cannot be read again. */
export async function makeApiToken(
  records: DataSource,
  wanted: TokenToMake,
  now = new Date(),
): Promise<{ readonly token: ApiToken; readonly text: string }> {
  const text = `${PREFIX}${randomSecret()}`;
  const token = { ...wanted, id: randomUUID(), tokenHash: secretHash(text), madeAt: now, lastUsedAt: null, revokedAt: null };
  await records.getRepository(ApiToken).insert(token);
  return { token, text };
}

/** All tokens there ever were, by name. */
export const listApiTokens = (records: DataSource): Promise<ApiToken[]> =>
  records.getRepository(ApiToken).find({ order: { name: 'ASC', madeAt: 'ASC' } });

/** @throws {NotFound} when there is no such token that works */
export async function revokeApiToken(records: DataSource, id: string, now = new Date()): Promise<void> {
  const { affected } = await records.getRepository(ApiToken).update({ id, revokedAt: IsNull() }, { revokedAt: now });
  if (affected === 0) throw new NotFound('There is no such token.', because('no_token'));
}

/** The token that a text is, as long as it works; notes by the minute that it was used. */
export async function findApiToken(records: DataSource, text: string, now = new Date()): Promise<ApiToken | null> {
  const tokens = records.getRepository(ApiToken);
  const found = await tokens.findOneBy({ tokenHash: secretHash(text), revokedAt: IsNull() });
  if (!found || (found.endsAt !== null && found.endsAt <= now)) return null;
  if (found.lastUsedAt === null || now.getTime() - found.lastUsedAt.getTime() >= NOTED_EVERY_MS)
    await tokens.update({ id: found.id }, { lastUsedAt: now });
  return found;
}
