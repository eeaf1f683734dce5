import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Secret } from './entities/secret';

const SECRET_BYTES = 32;

/** What a secret is for; each purpose has one of its own. */
export type SecretPurpose = 'pseudonym';

/**
 * The secret of a purpose: 256 random bits in hexadecimal digits, made when it is first asked for and the same ever after.
 * Of two processes that ask at once the first one makes it.
 */
export async function secretFor(records: DataSource, purpose: SecretPurpose, now = new Date()): Promise<string> {
  const secrets = records.getRepository(Secret);
  const known = await secrets.findOneBy({ name: purpose });
  if (known) return known.value;
  const value = randomBytes(SECRET_BYTES).toString('hex');
  await secrets.createQueryBuilder().insert().values({ name: purpose, value, madeAt: now }).orIgnore().execute();
  return (await secrets.findOneByOrFail({ name: purpose })).value;
}
