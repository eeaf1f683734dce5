import { type ClickHouseClient, type ClickHouseClientConfigOptions, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import type { DataFolder } from '@evenhand/data-folder';
import type { ChdbConnection } from 'chdb/connection';
import process from 'node:process';

/** Where the facts live: embedded in a data folder that this process owns, in a throw-away folder, or on a server. */
export type WarehousePlace = { readonly folder: DataFolder } | Server | 'memory';

/** A server, and whether its account may only read. */
interface Server {
  readonly url: string;
  readonly isReader?: boolean;
}

/** One connection to the facts. `embedded` is the engine itself where it runs in this process. */
export interface Connected {
  readonly client: ClickHouseClient;
  readonly embedded: ChdbConnection | null;
}

/** The database that holds the facts. */
export const DATABASE = 'evenhand';
const CREATE_DATABASE = { query: `CREATE DATABASE IF NOT EXISTS ${DATABASE} ENGINE = Atomic` };
/** What fails is thrown, with its statement; the client need not print it as well. */
const QUIET = { level: ClickHouseLogLevel.OFF };

async function toServer({ url, isReader = false }: Server): Promise<Connected> {
  if (!isReader) {
    const anyDatabase = createClient({ url, log: QUIET });
    await anyDatabase.command(CREATE_DATABASE);
    await anyDatabase.close();
  }
  return { client: createClient({ url, database: DATABASE, log: QUIET }), embedded: null };
}

/** Memory that a statement gave up goes back to the machine at once: kept for the next one, it makes a long load grow. */
const ALLOCATOR = 'dirty_decay_ms:200,muzzy_decay_ms:0';

/** TRICKY: the engine's allocator reads its environment once, when the engine is loaded. */
async function loadEngine() {
  process.env['JE_MALLOC_CONF'] ??= ALLOCATOR;
  return import('chdb/connection');
}

async function inProcess(path: string): Promise<Connected> {
  const { createChdbConnection } = await loadEngine();
  const embedded = createChdbConnection({ path });
  // chdb's types come from @clickhouse/client-common, the client carries a copy of its own: same shape, other identity
  const connection = embedded as unknown as NonNullable<ClickHouseClientConfigOptions['connection']>;
  const client = createClient({ connection });
  await client.command(CREATE_DATABASE);
  await client.command({ query: `USE ${DATABASE}` });
  return { client, embedded };
}

/** Where the engine of a data folder may write archives and read them. */
export const archiveFolder = (folder: DataFolder): string => folder.folder('archive');

/**
 * Starts the engine of a folder with leave to write archives there; gives what lets go of it once a connection is open.
 * TRICKY: the engine takes such leave only from the first connection that opens it.
 */
export async function startEngine(folder: DataFolder): Promise<() => void> {
  await loadEngine();
  const { Session } = await import('chdb');
  const first = new Session(folder.folder('warehouse'), { connectionArgs: [`--backups.allowed_path=${archiveFolder(folder)}`] });
  return () => first.close();
}

/** Resolves once no statement runs in the engine of this process: connections closed before that stand until then. */
export async function engineAtRest(): Promise<void> {
  const { drainPending } = await import('chdb');
  await drainPending();
}

/** Opens one more connection to the facts. */
export const connect = (place: WarehousePlace): Promise<Connected> =>
  place !== 'memory' && 'url' in place ? toServer(place) : inProcess(place === 'memory' ? ':memory:' : place.folder.folder('warehouse'));
