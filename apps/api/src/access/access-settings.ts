import { InvalidQuery } from '@evenhand/domain';

/** Where people of the city prove who they are. */
export interface ProviderSettings {
  readonly issuer: URL;
  readonly client: string;
  readonly secret: string;
  /** How the button names it. */
  readonly name: string;
}

/** How people reach the product, and how they sign in. */
export interface AccessSettings {
  /** The address that people type, without a path; `null` when it is that of the machine itself. */
  readonly url: URL | null;
  readonly provider: ProviderSettings | null;
}

export const NO_SETTINGS: AccessSettings = { url: null, provider: null };

function urlFrom(env: NodeJS.ProcessEnv, name: string): URL | null {
  const text = env[name];
  if (!text) return null;
  const url = URL.parse(text);
  if (!url || !['https:', 'http:'].includes(url.protocol))
    throw new InvalidQuery(name, `${name} is "${text}"; write an address like https://evenhand.example.`);
  return url;
}

function providerFrom(env: NodeJS.ProcessEnv): ProviderSettings | null {
  const issuer = urlFrom(env, 'EVENHAND_OIDC_ISSUER');
  if (issuer === null) return null;
  const [client, secret] = [env['EVENHAND_OIDC_CLIENT'], env['EVENHAND_OIDC_SECRET']];
  if (!client) throw new InvalidQuery('EVENHAND_OIDC_CLIENT', 'EVENHAND_OIDC_CLIENT is missing; name the client that the issuer knows.');
  if (!secret) throw new InvalidQuery('EVENHAND_OIDC_SECRET', 'EVENHAND_OIDC_SECRET is missing; the issuer gives it with the client.');
  return { issuer, client, secret, name: env['EVENHAND_OIDC_NAME'] || issuer.host };
}

/** Reads the settings of the environment. Throws InvalidQuery with a sentence. */
export function accessSettings(env: NodeJS.ProcessEnv): AccessSettings {
  const settings = { url: urlFrom(env, 'EVENHAND_URL'), provider: providerFrom(env) };
  if (settings.provider && !settings.url)
    throw new InvalidQuery('EVENHAND_URL', 'EVENHAND_URL is missing; the identity provider sends people back to it.');
  return settings;
}
