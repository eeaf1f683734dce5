import { type DataSource, LessThan } from 'typeorm';
import { ProviderSignIn } from '../entities/provider-sign-in';
import { randomSecret, secretHash } from './random-secret';

const VALID_MS = 10 * 60_000;

/** Keeps what the answer of the identity provider is held against; gives the secret that the browser keeps meanwhile. */
export async function beginProviderSignIn(
  records: DataSource,
  kept: Pick<ProviderSignIn, 'state' | 'nonce' | 'verifier' | 'next'>,
  now = new Date(),
): Promise<string> {
  const id = randomSecret();
  const signIns = records.getRepository(ProviderSignIn);
  await signIns.delete({ endsAt: LessThan(now) });
  await signIns.insert({ ...kept, idHash: secretHash(id), endsAt: new Date(now.getTime() + VALID_MS) });
  return id;
}

/** Gives what was kept, once. */
export async function takeProviderSignIn(records: DataSource, id: string, now = new Date()): Promise<ProviderSignIn | null> {
  const signIns = records.getRepository(ProviderSignIn);
  const found = await signIns.findOneBy({ idHash: secretHash(id) });
  if (!found) return null;
  const { affected } = await signIns.delete({ idHash: found.idHash });
  return affected === 1 && found.endsAt > now ? found : null;
}
