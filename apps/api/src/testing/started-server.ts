import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type OwnerAddress, ownerOf } from '@evenhand/data-folder';
import type { Grant } from '@evenhand/domain';
import { openStores, type Stores } from '@evenhand/etl';
import { freshDataFolder } from '@evenhand/etl/testing';
import { type Logger, pino } from 'pino';
import { createApi } from '../create-api';
import type { AccessSettings } from '../access/access-settings';
import type { SyncSettings } from '../national-sync/sync-settings';
import { OwnerToken } from '../runs/owner-token';
import { HOST } from '../serving/port';
import { type Client, clientOf, role, signedIn } from './signed-in';

const CITY = {
  'city.yml': `
name: { vi: Thành phố thử, en: Test City }
zone: Asia/Ho_Chi_Minh
points_are: open
reference: { units: units.csv, branches: branches.csv, points: points.csv, fields: fields.csv, procedures: procedures.csv }
`,
  'units.csv': 'code,name,type,column,row\n00004,Ba Đình,phường,3,4\n',
  'branches.csv': 'code,name\nB1,Chi nhánh số 1\n',
  'points.csv': 'code,name,unit,branch\nP1,Điểm Ba Đình,00004,B1\nP2,Điểm lưu động,,\n',
  'fields.csv': 'code,name_vi,name_en\nland,Đất đai,Land\n',
  'procedures.csv': 'code,name_vi,name_en,field\n1.012753,Đăng ký đất đai,Land registration,land\n',
};

const DASHBOARD = {
  'index.html': '<!doctype html><title>Evenhand</title><eh-root></eh-root>',
  'main-5XK2QH7A.js': 'export {};',
  'favicon.ico': 'x',
};

function writeFiles(folder: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** A server on a free port over fresh stores. Asked plainly, it is asked by somebody who may do everything that a role may. */
export interface StartedServer extends Client {
  readonly url: string;
  readonly stores: Stores;
  readonly app: NestExpressApplication;
  /** Holds everything of the server; a second one can be started over it once the first is closed. */
  readonly folder: string;
  /** The data folder. */
  readonly data: string;
  /** Where the server takes work, and the token in its data folder. */
  readonly owner: () => OwnerAddress;
  /** Nobody. */
  readonly anonymous: Client;
  /** Somebody with these grants. */
  readonly as: (...grants: readonly Grant[]) => Promise<Client>;
  readonly close: () => Promise<void>;
  /** Closes the server unless it is closed, and removes its folder. */
  readonly stop: () => Promise<void>;
}

/** What differs from an ordinary test server. */
export interface ServerOptions {
  /** {@link StartedServer.folder} of one that is closed. */
  readonly folder?: string;
  readonly sync?: SyncSettings;
  readonly access?: AccessSettings;
  /** Any free one unless given. */
  readonly port?: number;
  /** Lines of the city's settings besides those that every test city has. */
  readonly city?: string;
  /** Variables of the environment that say where the stores are. */
  readonly env?: Readonly<Record<string, string>>;
  /** Folders of the sources that the city runs. */
  readonly sources?: readonly string[];
}

function ownerIn(data: string): OwnerAddress {
  const owner = ownerOf(data);
  if (!owner) throw new Error(`Nobody left a token in ${data}.`);
  return owner;
}

/** Starts the real server over a folder that {@link StartedServer.stop} removes. */
export async function startServer(
  log: Logger = pino({ level: 'silent' }),
  {
    folder = mkdtempSync(join(tmpdir(), 'evenhand-api-')),
    sync,
    access,
    city: lines = '',
    env = {},
    sources = [],
    port = 0,
  }: ServerOptions = {},
): Promise<StartedServer> {
  const data = await freshDataFolder(join(folder, 'data'));
  const own = `${CITY['city.yml']}sources: ${JSON.stringify(sources)}\n${lines}`;
  const city = join(writeFiles(join(folder, 'city'), { ...CITY, 'city.yml': own }), 'city.yml');
  const stores = await openStores({ EVENHAND_DATA: data, EVENHAND_CITY: city, ...env }, 'a test');
  const dashboard = writeFiles(join(folder, 'dashboard'), DASHBOARD);
  const app = await createApi(stores, { log, dashboard, ...(sync ? { sync } : {}), ...(access ? { access } : {}) });
  await app.listen(port, HOST);
  const url = await app.getUrl();
  app.get(OwnerToken).publish(url);
  const as = async (...grants: readonly Grant[]): Promise<Client> => clientOf(url, { cookie: await signedIn(stores, grants) });
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => (closed ??= app.close());
  return {
    url,
    stores,
    app,
    folder,
    data,
    owner: () => ownerIn(data),
    anonymous: clientOf(url, {}),
    as,
    ...(await as(role('administrator'), role('city_manager'))),
    close,
    stop: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
