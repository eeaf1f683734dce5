/** The package brings no types; this is what the tests use of it. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface FoundAccount {
    readonly accountId: string;
    readonly claims: () => Readonly<Record<string, string>>;
  }

  export interface ProviderConfiguration {
    readonly clients: readonly Readonly<Record<string, string | readonly string[]>>[];
    readonly jwks: { readonly keys: readonly object[] };
    readonly claims: Readonly<Record<string, readonly string[]>>;
    readonly conformIdTokenClaims: boolean;
    readonly cookies: { readonly keys: readonly string[] };
    readonly findAccount: (context: unknown, sub: string) => FoundAccount;
    readonly ttl: Readonly<Record<string, number>>;
  }

  export default class Provider {
    constructor(issuer: string, configuration: ProviderConfiguration);
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  }
}
