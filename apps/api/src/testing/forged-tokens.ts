import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** What an identity provider says of a person. */
export type Claims = Readonly<Record<string, unknown>>;

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const HOUR_S = 3_600;
const inSeconds = (later: number): number => Math.floor(Date.now() / 1_000) + later;

/** A token with a signature made by `signature` over what comes before it. */
function token(header: object, claims: Claims, signature: (text: string) => string): string {
  const text = `${encoded({ typ: 'JWT', ...header })}.${encoded(claims)}`;
  return `${text}.${signature(text)}`;
}

const signed = (claims: Claims, key: KeyObject): string =>
  token({ alg: 'RS256', kid: 'test' }, claims, (text) => sign('sha256', Buffer.from(text), key).toString('base64url'));

/** Makes a token of claims with the keys of the provider. */
type Forgery = (claims: Claims, keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject }) => string;

/** Tokens that must let nobody in, by what is wrong with them. */
export const FORGERIES: Readonly<Record<string, Forgery>> = {
  'without a signature (alg: none)': (claims) => token({ alg: 'none' }, claims, () => ''),
  'signed with the public key (HS256)': (claims, { publicKey }) =>
    token({ alg: 'HS256', kid: 'test' }, claims, (text) =>
      createHmac('sha256', publicKey.export({ type: 'spki', format: 'pem' }))
        .update(text)
        .digest('base64url'),
    ),
  'signed with another key': (claims) => signed(claims, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
  'of another issuer': (claims, { privateKey }) => signed({ ...claims, iss: 'https://evil.example' }, privateKey),
  'for another audience': (claims, { privateKey }) => signed({ ...claims, aud: 'another' }, privateKey),
  'that is too old': (claims, { privateKey }) => signed({ ...claims, exp: inSeconds(-HOUR_S) }, privateKey),
  'that is not valid yet': (claims, { privateKey }) => signed({ ...claims, nbf: inSeconds(HOUR_S) }, privateKey),
  'for another sign-in': (claims, { privateKey }) => signed({ ...claims, nonce: 'other' }, privateKey),
};
