import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretVariables } from '@evenhand/etl';
import { checkProduction, isProduction } from './production';
import { serve } from './serve';

const good = (): string => randomBytes(24).toString('hex');
const SAFE = { EVENHAND_URL: 'https://evenhand.city', EVENHAND_DATA: '/var/lib/evenhand' };
const events = secretVariables('etl/sources/queue-events');

describe('production', () => {
  it('is what NODE_ENV or EVENHAND_PRODUCTION says', () => {
    expect([{}, { NODE_ENV: 'test' }, { EVENHAND_PRODUCTION: '0' }].map(isProduction)).toEqual([false, false, false]);
    expect([{ NODE_ENV: 'production' }, { EVENHAND_PRODUCTION: '1' }].map(isProduction)).toEqual([true, true]);
    expect(() => isProduction({ EVENHAND_PRODUCTION: 'perhaps' })).toThrow('EVENHAND_PRODUCTION is "perhaps"; write 1 in production');
  });

  it('starts behind https with secrets made by chance', () => {
    const env = {
      ...SAFE,
      CLICKHOUSE_URL: `https://owner:${good()}@facts:8443`,
      CLICKHOUSE_READER_URL: `https://reader:${good()}@facts:8443`,
      DATABASE_URL: `postgres://owner:${good()}@records:5432/records`,
      EVENHAND_OIDC_ISSUER: 'https://issuer.city',
      EVENHAND_OIDC_SECRET: good(),
      QUEUE_EVENTS_SECRET: good(),
    };
    expect(() => checkProduction(env, events)).not.toThrow();
  });

  it.each([
    ['https before it', { EVENHAND_URL: 'http://evenhand.city' }, 'EVENHAND_URL must be the https address'],
    ['an address', { EVENHAND_URL: '' }, 'EVENHAND_URL must be the https address'],
    ['a data folder', { EVENHAND_DATA: '' }, 'EVENHAND_DATA is missing'],
    ['a password of the facts', { CLICKHOUSE_URL: 'http://facts:8123' }, 'CLICKHOUSE_URL (the password in it) is missing'],
    ['an account that may only read', { CLICKHOUSE_URL: `http://o:${good()}@facts:8123` }, 'CLICKHOUSE_READER_URL is missing'],
    ['a long password', { DATABASE_URL: 'postgres://o:x9Kd@records/r' }, 'DATABASE_URL (the password in it) has 4 characters'],
    [
      'a password made by chance',
      { DATABASE_URL: 'postgres://o:change-me-change-me@r/r' },
      'DATABASE_URL (the password in it) looks like a sample',
    ],
    ['many characters', { CLICKHOUSE_URL: 'http://o:xyxyxyxyxyxyxyxyxyxy@f' }, 'CLICKHOUSE_URL (the password in it) looks like a sample'],
    [
      'the secret of the provider',
      { EVENHAND_OIDC_ISSUER: 'https://issuer.city' },
      'EVENHAND_OIDC_SECRET (of the identity provider) is missing; production does not start without it.',
    ],
    ['the secret of a source', { QUEUE_EVENTS_SECRET: '' }, 'QUEUE_EVENTS_SECRET (of the source queue-events) is missing'],
  ])('[A1] does not start without %s, and says so in one sentence', (_, wrong, sentence) => {
    const env: Readonly<Record<string, string>> = { ...SAFE, QUEUE_EVENTS_SECRET: good(), ...wrong };
    expect(() => checkProduction(env, events)).toThrow(sentence);
  });

  it('[A1] does not begin at all: nothing is opened, made or served', async () => {
    const folder = join(tmpdir(), `evenhand-never-${process.pid}`);
    const env = { EVENHAND_PRODUCTION: '1', EVENHAND_DATA: folder, EVENHAND_URL: 'http://evenhand.city' };
    await expect(serve(env)).rejects.toThrow('EVENHAND_URL must be the https address');
    expect(existsSync(folder)).toBe(false);
  });

  it('[A1] never repeats a secret', () => {
    const env = { ...SAFE, DATABASE_URL: 'postgres://owner:password-of-the-city@records/r' };
    expect(() => checkProduction(env, [])).toThrow(expect.not.stringContaining('password-of-the-city') as Error);
  });
});
