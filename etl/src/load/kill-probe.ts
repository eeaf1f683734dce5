import process from 'node:process';
import { openStores } from '../stores';
import { loadSource } from './load-source';

/** Loads a file and dies, as if the power went, when the load has told its progress so many times. Run by a test. */
const [source = '', file = '', diesAt = ''] = process.argv.slice(2);
const stores = await openStores(process.env, 'a load that will be killed');
let told = 0;
await loadSource(stores, { source, files: [file] }, ({ rows }) => {
  if (rows === 0 && ++told === Number(diesAt)) process.kill(process.pid, 'SIGKILL');
});
process.stdout.write(String(told));
await stores.close();
