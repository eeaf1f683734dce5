import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { because, InvalidQuery, NotFound } from '@evenhand/domain';
import { IsNull, type DataSource } from 'typeorm';
import { Sender } from './entities/sender';

/** A sender as others read it: instants as ISO text, nothing of its token. */
export interface KnownSender {
  readonly name: string;
  readonly source: string;
  readonly createdAt: string;
  readonly revokedAt: string | null;
}

const NAME = /^[a-z0-9][a-z0-9-]{0,40}$/;
const TOKEN_BYTES = 32;

// The token is random in all of its 256 bits: there is nothing to guess that a slower hash would protect.
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

const asKnown = ({ name, source, createdAt, revokedAt }: Sender): KnownSender => ({
  name,
  source,
  createdAt: createdAt.toISOString(),
  revokedAt: revokedAt?.toISOString() ?? null,
});

/**
 * Lets a system send records of a source and gives its token, which nobody can read again. A name that was revoked gets a
 * new token: it is the same sender.
 * @throws {InvalidQuery} when the name is not one, or is in use
 */
export async function addSender(
  records: DataSource,
  { name, source }: { readonly name: string; readonly source: string },
  now = new Date(),
): Promise<string> {
  if (!NAME.test(name))
    throw new InvalidQuery(
      'name',
      `A sender cannot be named "${name}"; use up to 41 lower-case letters, digits and hyphens, not beginning with a hyphen.`,
      because('no_sender_name', { value: name }),
    );
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await records.transaction(async (at) => {
    const senders = at.getRepository(Sender);
    if (await senders.findOneBy({ name, revokedAt: IsNull() }))
      throw new InvalidQuery(
        'name',
        `There is a sender "${name}" already; revoke it first to give it a new token.`,
        because('sender_taken', { value: name }),
      );
    await senders.upsert({ name, source, tokenHash: hashOf(token).toString('hex'), createdAt: now, revokedAt: null }, ['name']);
  });
  return token;
}

/** Ends what a sender may do, at once. @throws {NotFound} when no active sender has the name */
export async function revokeSender(records: DataSource, name: string, now = new Date()): Promise<void> {
  const { affected } = await records.getRepository(Sender).update({ name, revokedAt: IsNull() }, { revokedAt: now });
  if (affected === 0) throw new NotFound(`There is no active sender "${name}".`, because('no_sender', { value: name }));
}

/** All senders there ever were, by name. */
export async function listSenders(records: DataSource): Promise<KnownSender[]> {
  return (await records.getRepository(Sender).find({ order: { name: 'ASC' } })).map(asKnown);
}

/** The active sender of a source that a token belongs to. Every wrong token takes the same time. */
export async function findSender(
  records: DataSource,
  { source, token }: { readonly source: string; readonly token: string },
): Promise<KnownSender | undefined> {
  const hash = hashOf(token);
  const active = await records.getRepository(Sender).find({ where: { source, revokedAt: IsNull() } });
  const [found] = active.filter(({ tokenHash }) => timingSafeEqual(hash, Buffer.from(tokenHash, 'hex')));
  return found && asKnown(found);
}
