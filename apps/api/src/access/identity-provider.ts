import { Inject, Injectable } from '@nestjs/common';
import { because, localPath, NotFound } from '@evenhand/domain';
import { beginProviderSignIn, takeProviderSignIn } from '@evenhand/records';
import * as oidc from 'openid-client';
import { LOG, type Logger, NOW, type Now, RECORDS, type Records } from '../connections';
import { Refusal } from '../http/refusal';
import type { AccessSettings, ProviderSettings } from './access-settings';
import type { ProvidedPerson } from './known-accounts';
import { ACCESS_SETTINGS } from './settings-token';

const RETURN = '/api/session/provider/return';
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

const failed = (): Refusal =>
  new Refusal(
    401,
    { id: 'provider-refused', title: 'Not signed in', reason: because('provider_refused') },
    'The identity provider did not sign you in; begin again at the sign-in page.',
  );

const none = (): NotFound => new NotFound('Nobody signs in here by an identity provider.', because('no_provider'));

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Where a person is sent, and the secret that the browser keeps until they come back. */
export interface Leave {
  readonly to: string;
  readonly secret: string;
}

/** Signs people in at the identity provider of the city: OpenID Connect, authorization code with PKCE, state and nonce. */
@Injectable()
export class IdentityProvider {
  private known: Promise<oidc.Configuration> | undefined;

  constructor(
    @Inject(ACCESS_SETTINGS) private readonly settings: AccessSettings,
    @Inject(RECORDS) private readonly records: Records,
    @Inject(NOW) private readonly now: Now,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** How it is called; `null` where there is none. */
  get name(): string | null {
    return this.settings.provider?.name ?? null;
  }

  async leave(next: string): Promise<Leave> {
    const configuration = await this.configuration();
    const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
    const secret = await beginProviderSignIn(this.records, { state, nonce, verifier, next: localPath(next) }, this.now());
    const to = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.address(RETURN).href,
      scope: 'openid profile email',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return { to: to.href, secret };
  }

  /** Who came back, and where they wanted to go. Throws a refusal when anything is not as it was left. */
  async comeBack(secret: string | null, query: string): Promise<{ readonly person: ProvidedPerson; readonly next: string }> {
    const left = secret === null ? null : await takeProviderSignIn(this.records, secret, this.now());
    if (!left) throw failed();
    const checks = { expectedState: left.state, expectedNonce: left.nonce, pkceCodeVerifier: left.verifier, idTokenExpected: true };
    const back = this.address(`${RETURN}${query}`);
    const claims = await oidc.authorizationCodeGrant(await this.configuration(), back, checks).then(
      (tokens) => tokens.claims(),
      () => undefined,
    );
    if (!claims) throw failed();
    const login = textOf(claims['preferred_username']) || textOf(claims['email']) || claims.sub;
    return { person: { issuer: claims.iss, subject: claims.sub, login, name: textOf(claims['name']) || login }, next: left.next };
  }

  private address(path: string): URL {
    if (this.settings.url === null) throw none();
    return new URL(path, this.settings.url);
  }

  private async configuration(): Promise<oidc.Configuration> {
    const { provider } = this.settings;
    if (provider === null) throw none();
    this.known ??= this.discover(provider).catch((error: unknown) => {
      // Whoever tries next asks the provider again.
      this.known = undefined;
      this.log.warn({
        event: 'identity provider',
        issuer: provider.issuer.href,
        cause: error instanceof Error ? error.message : String(error),
      });
      throw new Refusal(
        503,
        {
          id: 'provider-unavailable',
          title: 'The identity provider does not answer',
          reason: because('provider_unavailable', { provider: provider.name }),
        },
        `${provider.name} does not answer; try again in a moment, or sign in with a password.`,
      );
    });
    return this.known;
  }

  // The signature is checked even though the token comes straight from the provider. Without encryption only on this very
  // machine, where nobody listens in.
  private discover({ issuer, client, secret }: ProviderSettings): Promise<oidc.Configuration> {
    const near = LOOPBACK.includes(issuer.hostname) ? [oidc.allowInsecureRequests] : [];
    return oidc.discovery(issuer, client, secret, undefined, { execute: [oidc.enableNonRepudiationChecks, ...near] });
  }
}
