import { createHash, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;

/** 256 random bits as text that fits into a header and a link. */
export const randomSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** Under which name a secret is kept. It is random in all of its bits: there is nothing to guess that a slower hash would protect. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex');
