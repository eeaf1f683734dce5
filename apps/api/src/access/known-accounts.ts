import { Inject, Injectable } from '@nestjs/common';
import type { SimulatedReader } from '@evenhand/contracts';
import type { Role } from '@evenhand/domain';
import { type Account, changePassword, findLocalAccount, findProviderAccount, listAccounts, makeAccount } from '@evenhand/records';
import { NOW, type Now, RECORDS, type Records } from '../connections';
import { isPassword, passwordHash } from './passwords';

const READERS: Readonly<Record<SimulatedReader, { readonly role: Role; readonly name: string }>> = {
  leader: { role: 'leader', name: 'Lãnh đạo thành phố (mô phỏng)' },
  manager: { role: 'city_manager', name: 'Quản lý Trung tâm (mô phỏng)' },
  auditor: { role: 'auditor', name: 'Kiểm tra viên (mô phỏng)' },
};

/** What an identity provider says of a person. */
export interface ProvidedPerson {
  readonly issuer: string;
  readonly subject: string;
  readonly login: string;
  readonly name: string;
}

const NOT_IN_LOGINS = /[^a-z0-9._@-]+/g;

/** Finds the account of somebody who proved who they are. */
@Injectable()
export class KnownAccounts {
  constructor(
    @Inject(RECORDS) private readonly records: Records,
    @Inject(NOW) private readonly now: Now,
  ) {}

  /** The account of a login and its password; `null`, after the same time, when either is wrong. */
  async withPassword(login: string, password: string): Promise<Account | null> {
    const account = await findLocalAccount(this.records, login);
    return (await isPassword(account?.passwordHash ?? null, password)) ? account : null;
  }

  /** Another password; every session of the account ends. */
  async setPassword(id: string, password: string): Promise<void> {
    await changePassword(this.records, id, await passwordHash(password), this.now());
  }

  /** The account of a reader of the simulated city; made at the first click. */
  async reader(reader: SimulatedReader): Promise<Account> {
    const { role, name } = READERS[reader];
    const login = `simulated-${reader}`;
    const known = (await listAccounts(this.records)).find((account) => account.login === login && account.kind === 'simulated');
    const grants = [{ role, units: [], branches: [] }];
    return known ?? makeAccount(this.records.manager, { login, name, kind: 'simulated', grants, madeBy: 'simulated city' }, this.now());
  }

  /** The account of a person of the identity provider. One who comes for the first time may nothing until an administrator says what. */
  async ofProvider({ issuer, subject, login, name }: ProvidedPerson): Promise<Account> {
    const key = JSON.stringify([issuer, subject]);
    const known = await findProviderAccount(this.records, key);
    if (known) return known;
    const wanted =
      login
        .normalize('NFD')
        .toLowerCase()
        .replace(NOT_IN_LOGINS, '')
        .replace(/^[._@-]+/, '')
        .slice(0, 60) || 'person';
    const taken = new Set((await listAccounts(this.records)).map((account) => account.login));
    const free = [`${wanted}.id`, ...Array.from({ length: 100 }, (_, at) => `${wanted}.id${at + 2}`)];
    const made = { login: free.find((one) => !taken.has(one)) ?? `${wanted}.${Date.now()}`, name, kind: 'provider' } as const;
    return makeAccount(this.records.manager, { ...made, subject: key, grants: [], madeBy: 'identity provider' }, this.now());
  }
}
