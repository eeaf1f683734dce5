import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { type Claims, FORGERIES } from './forged-tokens';

/** A real identity provider on this machine, with one person per login that is typed. */
export interface TestProvider {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  /** From now on it answers with tokens that are wrong in one way of {@link FORGERIES}; `null` for right ones. */
  readonly forge: (how: string | null) => void;
  readonly close: () => Promise<void>;
}

const CLIENT = 'evenhand';
const SECRET = 'a secret of a test, longer than thirty-two characters';

const KEYS = generateKeyPairSync('rsa', { modulusLength: 2048 });

function providerAt(issuer: string, redirect: string): Provider {
  return new Provider(issuer, {
    jwks: { keys: [{ ...KEYS.privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'test' }] },
    clients: [
      {
        client_id: CLIENT,
        client_secret: SECRET,
        redirect_uris: [redirect],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['a key of a test'] },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, name: `Người ${sub}`, preferred_username: sub, email: `${sub}@city.example` }),
    }),
    ttl: { Session: 60, Interaction: 60, Grant: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
  });
}

/** Puts a wrong token in the place of the right one, as somebody would who sits between the provider and us. */
function forgeIn(response: ServerResponse, how: string): void {
  const end = response.end.bind(response) as (body: string) => ServerResponse;
  response.end = ((body: string): ServerResponse => {
    const told = JSON.parse(body) as { readonly id_token: string };
    const claims = JSON.parse(Buffer.from(told.id_token.split('.')[1] ?? '', 'base64url').toString()) as Claims;
    const forged = JSON.stringify({ ...told, id_token: FORGERIES[how]?.(claims, KEYS) });
    response.setHeader('content-length', Buffer.byteLength(forged));
    return end(forged);
  }) as ServerResponse['end'];
}

/** Starts it; people come back to `back`, once that is known. */
export async function startProvider(back: string): Promise<TestProvider> {
  const server: Server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = providerAt(issuer, back).callback();
  let forging: string | null = null;
  server.on('request', (request, response) => {
    if (forging !== null && request.url === '/token') forgeIn(response, forging);
    void answer(request, response);
  });
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { issuer, client: CLIENT, secret: SECRET, forge: (how) => void (forging = how), close };
}

/** A browser that keeps cookies by host and port, and follows nothing by itself. */
export class TestBrowser {
  private readonly kept = new Map<string, Map<string, string>>();

  async ask(url: string, init: RequestInit = {}): Promise<Response> {
    const { host } = new URL(url);
    const cookies = this.kept.get(host) ?? new Map<string, string>();
    this.kept.set(host, cookies);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      ...init,
      headers: { ...(init.headers as object), ...(cookie === '' ? {} : { cookie }) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  /** Follows redirects until something is shown, or until one leads to an address that `isThere` knows. */
  async follow(
    url: string,
    isThere: (url: string) => boolean = () => false,
  ): Promise<{ readonly url: string; readonly response: Response }> {
    const response = await this.ask(url);
    const to = response.headers.get('location');
    if (to === null) return { url, response };
    const next = new URL(to, url).href;
    return isThere(next) ? { url: next, response } : this.follow(next, isThere);
  }

  /** Goes through the pages of the identity provider as somebody. */
  async signInAt(url: string, login: string, back: string): Promise<string> {
    const isBack = (address: string): boolean => address.startsWith(back);
    let at = await this.follow(url, isBack);
    while (!isBack(at.url)) {
      const page = await at.response.text();
      const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1] ?? '';
      const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? '';
      const body = new URLSearchParams({ prompt, login, password: 'any' });
      const posted = await this.ask(new URL(action, at.url).href, { method: 'POST', body });
      const to = new URL(posted.headers.get('location') ?? '', at.url).href;
      at = isBack(to) ? { url: to, response: posted } : await this.follow(to, isBack);
    }
    return at.url;
  }
}
