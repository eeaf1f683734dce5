import { spawnSync } from 'node:child_process';
import { inspect } from 'node:util';
import { type CityDatabase, namedEngines, PASSWORD, startDatabase } from './city-database';
import { CREDENTIALS, PulledCity } from './pulled-city';
import { createTickets, everySecond, writeTickets } from './ticket-rows';

const YEAR = 365 * 86_400_000;
const inYears = (years: number): string => new Date(Date.now() + years * YEAR).toISOString().slice(0, 23).replace('T', ' ');
const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 23).replace('T', ' ');
const sentence = async (failing: Promise<unknown>): Promise<string> => String(await failing.catch((error: unknown) => error));

describe.each(namedEngines())('tables of %s', (engine) => {
  let database: CityDatabase;
  let city: PulledCity;
  beforeAll(async () => {
    database = await startDatabase(engine);
    city = new PulledCity(database);
  });
  afterAll(async () => {
    await city?.close();
    city?.remove();
    await database?.stop();
  });

  const count = async (source: string): Promise<number> =>
    (await city.rows<{ n: number }>(`SELECT count() AS n FROM ticket WHERE source = '${source}'`))[0]?.n ?? -1;
  const newTable = (name: string): { readonly source: string; readonly table: string } => {
    const table = name.replaceAll('-', '_');
    createTickets(database, table);
    return { table, source: city.source(name, { table }) };
  };

  it('are read whole, and afterwards from the watermark less the overlap: those rows are duplicates', async () => {
    const { table, source } = newTable('whole');
    writeTickets(database, table, everySecond(0, 4000));
    expect(await city.pull(source)).toEqual({ runs: 1, read: 4000, loaded: 4000, duplicate: 0, quarantined: 0 });
    writeTickets(database, table, everySecond(4000, 4010));
    // 30 minutes are 1,800 seconds, both ends included
    expect(await city.pull(source)).toEqual({ runs: 1, read: 1811, loaded: 10, duplicate: 1801, quarantined: 0 });
    expect(await count('whole')).toBe(4010);
  });

  it('keep every instant, whatever zone the server keeps, and every letter', async () => {
    const { table, source } = newTable('exact');
    const at = '2026-10-05 01:02:03.456';
    writeTickets(database, table, [{ id: 'x', created: at, updated: at, field: 'Đất đai, "môi trường"' }]);
    await city.pull(source);
    expect(await city.rows("SELECT issued_at, told_at, field_code FROM ticket WHERE source = 'exact'")).toEqual([
      { issued_at: '2026-10-05T01:02:03.456Z', told_at: '2026-10-05T01:02:03.456Z', field_code: 'Đất đai, "môi trường"' },
    ]);
  });

  it('whose watermark carries no offset are told in the zone of the source', async () => {
    const { table, source: example } = newTable('wall-clock');
    const columns = 'columns: [id, point, status, local_at]';
    const staging = `SELECT id AS ticket_id, point AS point_code, local_at AS issued_at, local_at AS told_at, status AS outcome FROM input`;
    const source = city.source('wall-clock', { table, columns: columns.slice(9), watermark: 'local_at' }, staging);
    expect(source).toBe(example);
    writeTickets(database, table, everySecond(0, 3));
    expect((await city.pull(source)).loaded).toBe(3);
    expect((await city.pull(source)).duplicate).toBe(3);
    expect(await city.rows("SELECT issued_at FROM ticket WHERE source = 'wall-clock' AND ticket_id = 't0'")).toEqual([
      { issued_at: '2026-10-04T18:00:00.000Z' }, // 01:00 on the wall in Hanoi
    ]);
  });

  it('are read in slices that never split a tie', async () => {
    const { table } = newTable('ties');
    const source = city.source('ties', { table, slice_rows: '10', overlap_minutes: '0' });
    const one = '2026-10-05 01:00:00.000';
    const two = '2026-10-05 01:00:00.001';
    const tied = (at: string, from: number): object[] =>
      Array.from({ length: 25 }, (_, n) => ({ id: `t${from + n}`, created: at, updated: at }));
    writeTickets(database, table, [...tied(one, 0), ...tied(two, 25)] as ReturnType<typeof everySecond>);
    const counted = await city.pull(source);
    expect(counted).toMatchObject({ read: 50, loaded: 50, duplicate: 0 });
    expect(counted.runs).toBe(2);
    // What is told at the very instant of the watermark is not lost either.
    writeTickets(database, table, [{ id: 'late', created: two, updated: two }]);
    expect(await city.pull(source)).toMatchObject({ read: 26, loaded: 1, duplicate: 25 });
  });

  it('may get rows behind those that were read: within the overlap none is lost', async () => {
    const { table, source } = newTable('late');
    writeTickets(database, table, [{ id: 'a', created: minutesAgo(50), updated: minutesAgo(40) }]);
    await city.pull(source);
    writeTickets(database, table, [{ id: 'b', created: minutesAgo(60), updated: minutesAgo(65) }]);
    expect(await city.pull(source)).toMatchObject({ loaded: 1, duplicate: 1 });
  });

  it('may hold a row from the future, which hides nothing', async () => {
    const { table, source } = newTable('future');
    writeTickets(database, table, [{ id: 'odd', created: minutesAgo(50), updated: inYears(7) }]);
    await city.pull(source);
    writeTickets(database, table, [{ id: 'plain', created: minutesAgo(5), updated: minutesAgo(1) }]);
    expect(await city.pull(source)).toMatchObject({ read: 2, loaded: 1 });
  });

  it('may hold rows that never got a watermark', async () => {
    const { table, source } = newTable('unmarked');
    writeTickets(database, table, [{ id: 'a', created: minutesAgo(50), updated: null }, ...everySecond(0, 2)]);
    expect(await city.pull(source)).toMatchObject({ read: 3, loaded: 3 });
  });

  it('correct and withdraw what they told; an old telling never undoes a later one', async () => {
    const { table, source } = newTable('changed');
    const row = { id: 'a', created: minutesAgo(50) };
    writeTickets(database, table, [
      { ...row, updated: minutesAgo(45) },
      { id: 'b', created: minutesAgo(50), updated: minutesAgo(45) },
    ]);
    await city.pull(source);
    writeTickets(database, table, [{ ...row, updated: minutesAgo(30), status: 'completed' }]);
    expect(await city.pull(source)).toMatchObject({ loaded: 1 });
    expect(await city.rows("SELECT outcome FROM ticket WHERE source = 'changed' AND ticket_id = 'a'")).toEqual([{ outcome: 'served' }]);
    writeTickets(database, table, [{ ...row, updated: minutesAgo(20), status: 'completed', deleted: minutesAgo(20) }]);
    await city.pull(source);
    expect(await city.rows("SELECT ticket_id FROM ticket WHERE source = 'changed'")).toEqual([{ ticket_id: 'b' }]);
  });

  it('bring good rows in when others go to quarantine, and move on', async () => {
    const { table, source } = newTable('poisoned');
    writeTickets(database, table, [
      { id: 'bad', created: minutesAgo(9), updated: minutesAgo(9), status: 'nonsense' },
      ...everySecond(0, 2),
    ]);
    expect(await city.pull(source)).toMatchObject({ read: 3, loaded: 2, quarantined: 1 });
    expect(await city.pull(source)).toMatchObject({ read: 1, loaded: 0 });
  });

  it('bring no run when they are empty', async () => {
    const { source } = newTable('nothing');
    expect(await city.pull(source)).toEqual({ runs: 0, read: 0, loaded: 0, duplicate: 0, quarantined: 0 });
  });

  it('are refused in one sentence that says what is there', async () => {
    const { table } = newTable('refused');
    const failing = (changes: Readonly<Record<string, string>>, env = CREDENTIALS): Promise<string> =>
      sentence(city.pull(city.source('refused', { table, ...changes }), env));
    expect(await failing({ table: 'no_such' })).toContain('shows its user no table no_such, which from.tables.ticket names.');
    expect(await failing({ watermark: 'changed' })).toContain('has no column "changed". It has: id, point, field,');
    expect(await failing({ watermark: 'id' })).toContain('a watermark must be the instant when a row last changed');
    expect(await failing({ host: 'nowhere.invalid' })).toContain('cannot be read: ');
    expect(await failing({}, { QUEUE_DB_USER: 'reader' } as typeof CREDENTIALS)).toContain(
      'The environment variable QUEUE_DB_PASSWORD is not set; it must hold the password for the database queue.',
    );
  });

  it('keep their password: it stands in no file, no error and no list of what runs', async () => {
    const { table, source } = newTable('secret');
    writeTickets(database, table, everySecond(0, 2000));
    const seen: string[] = [];
    const timer = setInterval(() => {
      void city.rows('SELECT * FROM system.processes').then(
        (rows) => seen.push(JSON.stringify(rows)),
        () => undefined,
      );
    }, 5);
    await city.pull(source);
    clearInterval(timer);
    expect(seen.length).toBeGreaterThan(0);
    const failure = await city.pull(city.source('secret', { table, database: 'other' })).catch((error: unknown) => error);
    const wrong = await city
      .pull(city.source('secret', { table }), { ...CREDENTIALS, QUEUE_DB_USER: 'nobody' })
      .catch((error: unknown) => error);
    for (const text of [...seen, inspect(failure, { depth: 9, showHidden: true }), inspect(wrong, { depth: 9 })])
      expect(text).not.toContain(PASSWORD);
    await city.close();
    const { stdout, status } = spawnSync('grep', ['-rlaF', PASSWORD, city.path], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([1, '']); // 1 says that nothing was found
  });
});
