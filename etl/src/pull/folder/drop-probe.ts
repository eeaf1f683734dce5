import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';
import { openStores } from '../../stores';
import { pullSource } from '../pull-source';

/** Looks into a drop folder and dies, as if the power went, right before it changes its records or moves a file for the so-manieth time. Run by a test. */
const [source = '', diesAt = ''] = process.argv.slice(2);
let steps = 0;
const step = (): void => {
  if (++steps === Number(diesAt)) process.kill(process.pid, 'SIGKILL');
};

const stores = await openStores(process.env, 'a look that will be killed');
const { renameSync } = fs;
fs.renameSync = (from, to) => {
  step();
  renameSync(from, to);
};
syncBuiltinESMExports();
const runner = stores.records.driver.createQueryRunner('master');
const prototype = Object.getPrototypeOf(runner) as { query: (...args: unknown[]) => Promise<unknown> };
const { query } = prototype;
prototype.query = function counted(this: unknown, ...args) {
  if (/^(INSERT INTO|UPDATE|DELETE FROM) "delivered_file"/.test(String(args[0]))) step();
  return query.apply(this, args);
};
await pullSource(stores, source);
process.stdout.write(String(steps));
await stores.close();
