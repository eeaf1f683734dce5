import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../product/commands';
import { type CityDatabase, namedEngines, startDatabase } from './city-database';
import { PulledCity } from './pulled-city';
import { createTickets, everySecond, writeTickets } from './ticket-rows';

const ROWS = 600;
const TICKETS = 'SELECT * EXCEPT (run_id, file, line) FROM ticket ORDER BY ticket_id';
const VERSIONS = 'SELECT ticket_id, told_at, count() AS n FROM ticket_version GROUP BY ticket_id, told_at ORDER BY ticket_id, told_at';

interface Pulled {
  readonly lines: number;
  readonly signal: string | null;
}

/** Pulls through the command a person would type, and kills it when it has said so many lines of its progress. */
function pullAndDie(source: string, env: Readonly<Record<string, string>>, diesAt: number): Promise<Pulled> {
  const pull = spawn(process.execPath, [join(ROOT, 'dist/etl/main.mjs'), 'pull', source], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let lines = 0;
  createInterface({ input: pull.stderr }).on('line', () => {
    if (++lines === diesAt) pull.kill('SIGKILL');
  });
  return new Promise((done) => pull.once('close', (_, signal) => done({ lines, signal })));
}

describe.each(namedEngines().slice(0, 1))('a pull from %s that is killed', (engine) => {
  let database: CityDatabase;
  let city: PulledCity;
  let source: string;
  let steps = 0;
  let undisturbed: unknown;

  const tables = async (data: string): Promise<unknown> => {
    await city.stores(data);
    const dump = [await city.rows(TICKETS), await city.rows(VERSIONS)];
    await city.close();
    return dump;
  };

  beforeAll(async () => {
    database = await startDatabase(engine);
    city = new PulledCity(database);
    createTickets(database, 'tickets');
    writeTickets(database, 'tickets', everySecond(0, ROWS));
    source = city.source('killed', { table: 'tickets', slice_rows: '250', overlap_minutes: '1' });
    steps = (await pullAndDie(source, await city.env('undisturbed'), 0)).lines;
    undisturbed = await tables('undisturbed');
  });
  afterAll(async () => {
    await city?.close();
    city?.remove();
    await database?.stop();
  });

  it('loses nothing and counts nothing twice, at whichever step it died', async () => {
    expect(steps).toBeGreaterThan(12); // three slices of several steps each
    for (let step = 1; step <= steps; step += 3) {
      const data = `killed-${step}`;
      const env = await city.env(data);
      expect((await pullAndDie(source, env, step)).signal).toBe('SIGKILL');
      expect((await pullAndDie(source, env, 0)).signal).toBeNull();
      expect(await tables(data)).toEqual(undisturbed);
    }
  });
});
