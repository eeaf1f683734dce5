import { once } from 'node:events';
import { writeSync } from 'node:fs';
import process from 'node:process';
import type { DataSource } from '@evenhand/records';
import type { Warehouse } from '@evenhand/warehouse';
import { replayQuarantine } from '../quarantine/replay';
import { openStores, type Stores } from '../stores';
import { loadSource } from './load-source';

/** Names the statement that comes next and stands still until told to go on, so that a test may look at what a kill leaves. */
async function stand(statement: string): Promise<void> {
  const goOn = once(process.stdin, 'data');
  writeSync(1, `${statement.replaceAll(/\s+/g, ' ').trim().slice(0, 200)}\n`);
  await goOn;
}

function standBeforeWarehouse(warehouse: Warehouse): void {
  const { run, insert } = warehouse;
  warehouse.run = async (statement) => {
    await stand(statement.render().text);
    return run.call(warehouse, statement);
  };
  warehouse.runTogether = async (statements) => {
    for (const statement of statements) await warehouse.run(statement);
  };
  warehouse.insert = async (table, rows) => {
    await stand(`INSERT INTO ${table}`);
    return insert.call(warehouse, table, rows);
  };
}

function standBeforeRecords(records: DataSource): void {
  const create = records.createQueryRunner.bind(records);
  records.createQueryRunner = (mode) => {
    const runner = create(mode);
    const query: (...args: unknown[]) => Promise<unknown> = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
    runner.query = async (text: string, ...rest: unknown[]) => {
      if (!/^\s*SELECT/i.test(text)) await stand(text);
      return query(text, ...rest) as Promise<never>;
    };
    return runner;
  };
}

const ACTS = {
  load: (stores: Stores, source: string, file: string) => loadSource(stores, { source, files: [file] }),
  replay: (stores: Stores, source: string) => replayQuarantine(stores, { source }),
} as const;

/** Loads a file, or replays a source, and stands still before every statement that changes one of the stores. Run by a test. */
const [act, source = '', file = ''] = process.argv.slice(2);
const stores = await openStores(process.env, 'what will be killed');
standBeforeWarehouse(stores.warehouse);
standBeforeRecords(stores.records);
await ACTS[act === 'replay' ? 'replay' : 'load'](stores, source, file);
await stand('-- done');
process.stdin.unref();
await stores.close();
