import { InvalidQuery } from '@evenhand/domain';
import type { SecretVariable } from '@evenhand/etl';

type Environment = Readonly<Record<string, string | undefined>>;

/** Secrets of our own choosing: shorter ones can be guessed. */
const SHORTEST_OWN = 16;
/** Secrets that others gave us. */
const SHORTEST_GIVEN = 8;
const FEWEST_CHARACTERS = 6;
const SAMPLES = ['change', 'sample', 'example', 'secret', 'password', 'passw0rd', 'default', 'evenhand', 'qwerty', '12345', 'admin'];
const YES = ['1', 'true', 'yes'];
const NO = ['', '0', 'false', 'no'];

/** Whether this process serves people: NODE_ENV=production, or EVENHAND_PRODUCTION. Throws InvalidQuery. */
export function isProduction(env: Environment): boolean {
  const said = (env['EVENHAND_PRODUCTION'] ?? '').toLowerCase();
  if (YES.includes(said)) return true;
  if (!NO.includes(said))
    throw new InvalidQuery('EVENHAND_PRODUCTION', `EVENHAND_PRODUCTION is "${said}"; write 1 in production and 0 elsewhere.`);
  return env['NODE_ENV'] === 'production';
}

/** What is wrong with a secret, without the secret; null when nothing is. */
function faultOf(secret: string, shortest: number): string | null {
  if (secret === '') return 'is missing; production does not start without it';
  if (secret.length < shortest) return `has ${secret.length} characters; production wants at least ${shortest}`;
  const isSample = SAMPLES.some((word) => secret.toLowerCase().includes(word)) || new Set(secret).size < FEWEST_CHARACTERS;
  return isSample ? 'looks like a sample; make one by chance, for example with: openssl rand -base64 32' : null;
}

function checkSecret(name: string, secret: string, { what, shortest }: { readonly what: string; readonly shortest: number }): void {
  const fault = faultOf(secret, shortest);
  if (fault !== null) throw new InvalidQuery(name, `${name} (${what}) ${fault}.`);
}

function checkStore(env: Environment, name: 'CLICKHOUSE_URL' | 'CLICKHOUSE_READER_URL' | 'DATABASE_URL'): void {
  const text = env[name];
  if (!text) return;
  const url = URL.parse(text);
  if (!url) throw new InvalidQuery(name, `${name} is no address; write one like https://reader:…@store.example:8443.`);
  checkSecret(name, decodeURIComponent(url.password), { what: 'the password in it', shortest: SHORTEST_OWN });
}

/**
 * Refuses to serve people with secrets that anybody can guess, or without https declared before it. Throws InvalidQuery with
 * one sentence that names the variable and never its value.
 */
export function checkProduction(env: Environment, ofSources: readonly SecretVariable[]): void {
  const url = URL.parse(env['EVENHAND_URL'] ?? '');
  if (url?.protocol !== 'https:')
    throw new InvalidQuery('EVENHAND_URL', 'EVENHAND_URL must be the https address of the proxy before this server in production.');
  if (!env['EVENHAND_DATA']) throw new InvalidQuery('EVENHAND_DATA', 'EVENHAND_DATA is missing; name the data folder in production.');
  checkStore(env, 'CLICKHOUSE_URL');
  checkStore(env, 'CLICKHOUSE_READER_URL');
  if (env['CLICKHOUSE_URL'] && !env['CLICKHOUSE_READER_URL'])
    throw new InvalidQuery(
      'CLICKHOUSE_READER_URL',
      'CLICKHOUSE_READER_URL is missing; in production questions go over an account of the server that may only read.',
    );
  checkStore(env, 'DATABASE_URL');
  if (env['EVENHAND_OIDC_ISSUER'])
    checkSecret('EVENHAND_OIDC_SECRET', env['EVENHAND_OIDC_SECRET'] ?? '', { what: 'of the identity provider', shortest: SHORTEST_OWN });
  for (const { source, name } of ofSources)
    checkSecret(name, env[name] ?? '', { what: `of the source ${source}`, shortest: SHORTEST_GIVEN });
}
