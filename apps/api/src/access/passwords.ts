import { randomBytes } from 'node:crypto';
import { Algorithm, hash, verify } from '@node-rs/argon2';

// 19 MiB, two passes: the least that OWASP's password storage cheat sheet names for Argon2id.
const COST = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The same letters give the same password, however a keyboard composes them. */
const plain = (password: string): string => password.normalize('NFC');

/** What is kept of a password. */
export const passwordHash = (password: string): Promise<string> => hash(plain(password), COST);

let nobodys: Promise<string> | undefined;

/** Whether a password is the one of a hash. Without a hash it takes as long, and is not. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  nobodys ??= passwordHash(randomBytes(32).toString('base64url'));
  const isRight = await verify(kept ?? (await nobodys), plain(password));
  return kept !== null && isRight;
}
