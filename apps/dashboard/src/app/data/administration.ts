import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject } from '@angular/core';
import type {
  AccountInfo,
  ChangeAccount,
  GrantPlaces,
  InvitationInfo,
  Invite,
  MadeToken,
  MakeToken,
  OneTimeLink,
  Problem,
  TokenInfo,
} from '@evenhand/contracts';
import { firstValueFrom } from 'rxjs';
import { loadableFrom } from './loadable';
import { problemFrom } from './problem';

/** What came of a change: something to show, or why it was refused. */
export type Outcome<T> = { readonly done: T } | { readonly problem: Problem };

/** Who may sign in and which machines may ask. Call it while a component is being made. */
export function administration() {
  const http = inject(HttpClient);
  const accounts = httpResource<{ readonly accounts: readonly AccountInfo[] }>(() => '/api/accounts');
  const invitations = httpResource<{ readonly invitations: readonly InvitationInfo[] }>(() => '/api/invitations');
  const tokens = httpResource<{ readonly tokens: readonly TokenInfo[] }>(() => '/api/tokens');
  const places = httpResource<GrantPlaces>(() => '/api/accounts/places');

  const change = async <T>(
    method: string,
    url: string,
    body: object | undefined,
    asked: { reload: () => unknown },
  ): Promise<Outcome<T>> => {
    try {
      const done = await firstValueFrom(http.request<T>(method, url, body === undefined ? {} : { body }));
      asked.reload();
      return { done };
    } catch (error) {
      return { problem: problemFrom(error) };
    }
  };

  return {
    accounts: computed(() => loadableFrom(accounts.snapshot(), undefined)),
    invitations: computed(() => loadableFrom(invitations.snapshot(), undefined)),
    tokens: computed(() => loadableFrom(tokens.snapshot(), undefined)),
    places: computed<GrantPlaces>(() => (places.hasValue() ? places.value() : { units: [], branches: [] })),
    retry: () => [accounts, invitations, tokens, places].forEach((asked) => asked.reload()),
    changeAccount: (id: string, to: ChangeAccount) => change<AccountInfo>('PUT', `/api/accounts/${id}`, to, accounts),
    passwordLink: (id: string) => change<OneTimeLink>('POST', `/api/accounts/${id}/password-link`, {}, invitations),
    invite: (to: Invite) => change<OneTimeLink>('POST', '/api/invitations', to, invitations),
    withdraw: (id: string) => change<null>('DELETE', `/api/invitations/${id}`, undefined, invitations),
    makeToken: (wanted: MakeToken) => change<MadeToken>('POST', '/api/tokens', wanted, tokens),
    revokeToken: (id: string) => change<null>('DELETE', `/api/tokens/${id}`, undefined, tokens),
  };
}

export type Administration = ReturnType<typeof administration>;
