import { resolve } from 'node:path';
import type { Language } from '@evenhand/domain';
import { openStores, readCity, type SecretVariable, secretVariables, type Stores, storesPlace } from '@evenhand/etl';
import { inviteAdministrator } from '@evenhand/records';
import { type AccessSettings, accessSettings } from '../access/access-settings';
import { pathOfLink } from '../access/account-desk';
import type { Logger } from '../connections';
import { createApi } from '../create-api';
import { openLog } from '../log';
import { type SyncSettings, syncSettings } from '../national-sync/sync-settings';
import { OwnerToken } from '../runs/owner-token';
import { FirstStart } from './first-start';
import { administratorWords, firstWords, terminalLanguage } from './first-words';
import { checkPort, HOST, portFrom } from './port';
import { checkProduction, isProduction } from './production';
import { onStopSignal } from './stop-signals';

/** Relative to the root of the project, where every command runs. */
const DASHBOARD = 'dist/apps/dashboard/browser';

interface Serving {
  readonly port: number;
  readonly log: Logger;
  readonly language: Language;
  readonly sync: SyncSettings;
  readonly access: AccessSettings;
}

/** What whoever started the server reads first. While nobody can say who may sign in, it has the link that makes the first one. */
async function words(stores: Stores, url: string, language: Language): Promise<string> {
  const invited = await inviteAdministrator(stores.records);
  const lines = invited ? [administratorWords(`${url}${pathOfLink(invited.secret)}`, language)] : [];
  return [firstWords(url, stores.city.settings, language), ...lines].join('\n');
}

const secretsOf = (env: NodeJS.ProcessEnv): readonly SecretVariable[] =>
  readCity(storesPlace(env).cityFile).sources.flatMap(({ folder }) => secretVariables(folder));

/** Begins to serve; gives what ends it. */
async function serveFrom(stores: Stores, { port, log, language, sync, access }: Serving): Promise<() => Promise<void>> {
  const app = await createApi(stores, { log, dashboard: resolve(DASHBOARD), sync, access });
  await app.listen(port, HOST);
  const url = await app.getUrl();
  app.get(OwnerToken).publish(url);
  process.stdout.write(`${await words(stores, access.url?.origin ?? url, language)}\n`);
  return () => app.close();
}

/**
 * Opens the stores, prepares the simulated city when it is not there yet, then serves API and dashboard until the process
 * is told to stop. Rejects with a sentence when it cannot begin.
 */
export async function serve(env: NodeJS.ProcessEnv): Promise<void> {
  const serving = {
    port: portFrom(env),
    log: openLog(env, process.stdout.isTTY),
    language: terminalLanguage(env),
    sync: syncSettings(env),
    access: accessSettings(env),
  };
  if (isProduction(env)) checkProduction(env, secretsOf(env));
  let stop = (): Promise<void> => Promise.resolve();
  onStopSignal(() => stop());
  const stores = await openStores(env, 'the Evenhand server');
  try {
    await checkPort(serving.port);
    const firstStart = new FirstStart(stores, serving.language);
    stop = () => firstStart.stop();
    if (await firstStart.run()) stop = await serveFrom(stores, serving);
  } catch (error) {
    await stores.close();
    throw error;
  }
}
