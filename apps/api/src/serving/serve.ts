import { resolve } from 'node:path';
import type { Language } from '@evenhand/domain';
import { openStores, prepareSimulatedCity, type Stores } from '@evenhand/etl';
import { createApi } from '../create-api';
import { openLog } from '../log';
import { OwnerToken } from '../runs/owner-token';
import { firstWords, terminalLanguage } from './first-words';
import { checkPort, HOST, portFrom } from './port';
import { preparation } from './preparation';
import { onStopSignal } from './stop-signals';

/** Relative to the root of the project, where every command runs. */
const DASHBOARD = 'dist/apps/dashboard/browser';

/**
 * Opens the stores, prepares the simulated city when it is not there yet, then serves API and dashboard until the process
 * is told to stop. Rejects with a sentence when it cannot begin.
 */
export async function serve(env: NodeJS.ProcessEnv): Promise<void> {
  const port = portFrom(env);
  const language = terminalLanguage(env);
  const log = openLog(env, process.stdout.isTTY);
  let stop = (): Promise<void> => Promise.resolve(); // whatever a start leaves half-done, the next one goes on with
  onStopSignal(() => stop());
  const stores = await openStores(env, 'the Evenhand server');
  try {
    await checkPort(port);
    await prepare(stores, language);
    const app = await createApi(stores, { log, dashboard: resolve(DASHBOARD) });
    stop = () => app.close();
    await app.listen(port, HOST);
    const url = await app.getUrl();
    app.get(OwnerToken).publish(url);
    process.stdout.write(`${firstWords(url, stores.city.settings, language)}\n`);
  } catch (error) {
    await stores.close();
    throw error;
  }
}

async function prepare(stores: Stores, language: Language): Promise<void> {
  const shown = preparation(process.stderr, language);
  try {
    await prepareSimulatedCity(stores, { onProgress: (progress) => shown.show(progress) });
  } finally {
    shown.end();
  }
}
