import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** A real identity provider on this machine, with one person per login that is typed. */
export interface TestProvider {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  readonly close: () => Promise<void>;
}

const CLIENT = 'evenhand';
const SECRET = 'a secret of a test, longer than thirty-two characters';

function providerAt(issuer: string, redirect: string): Provider {
  return new Provider(issuer, {
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

/** Starts it; people come back to `back`, once that is known. */
export async function startProvider(back: string): Promise<TestProvider> {
  const server: Server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on('request', providerAt(issuer, back).callback());
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { issuer, client: CLIENT, secret: SECRET, close };
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
