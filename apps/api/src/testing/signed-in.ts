import { randomUUID } from 'node:crypto';
import type { Grant, Role } from '@evenhand/domain';
import { beginSession, makeAccount } from '@evenhand/records';
import type { Stores } from '@evenhand/etl';

/** Somebody who asks a test server. */
export interface Client {
  readonly get: (path: string) => Promise<Response>;
  readonly post: (path: string, body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  /** Any method; `init` as in fetch. */
  readonly send: (path: string, init?: RequestInit) => Promise<Response>;
}

/** A role in the whole city. */
export const role = (name: Role): Grant => ({ role: name, units: [], branches: [] });

/** Asks with these headers. */
export function clientOf(url: string, headers: Readonly<Record<string, string>>): Client {
  const send = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${url}${path}`, { redirect: 'manual', ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } });
  return {
    send,
    get: (path) => send(path),
    post: (path, body, others = {}) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...others },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}

/** The cookie of somebody with these grants who has just signed in. */
export async function signedIn({ records }: Stores, grants: readonly Grant[]): Promise<string> {
  const made = { login: `test-${randomUUID()}`, name: 'Test', kind: 'local', passwordHash: 'none', grants, madeBy: 'test' } as const;
  const account = await makeAccount(records.manager, made, new Date());
  return `evenhand-session=${await beginSession(records, account.id)}`;
}
