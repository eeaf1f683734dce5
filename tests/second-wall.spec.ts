import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openWarehouse, trusted, type Warehouse } from '@evenhand/warehouse';
import { SaxesParser } from 'saxes';
import { TICKETS } from './fixtures/truth';
import { ticketRow } from './fixtures/truth-rows';

const DEPLOY = resolve(__dirname, '..', 'deploy');
const textOf = (file: string): string => readFileSync(join(DEPLOY, file), 'utf8');

const STATEMENTS = textOf('clickhouse-readers.sql')
  .split('\n')
  .filter((line) => !line.startsWith('--'))
  .join('\n')
  .split(';')
  .map((statement) => statement.trim())
  .filter(Boolean);

/** What one kind of statement says, part by part. */
const saying = (pattern: RegExp): readonly (readonly string[])[] =>
  STATEMENTS.flatMap((statement) => {
    const found = pattern.exec(statement);
    return found ? [found.slice(1)] : [];
  });

const GRANTED = saying(/^GRANT SELECT ON evenhand\.(\S+) TO evenhand_point_reader$/).map(([table = '']) => table);
const [[TABLES = '', USING = ''] = []] = saying(
  /^CREATE ROW POLICY IF NOT EXISTS own_point ON\s+(.+)\s+USING (.+) TO evenhand_point_reader$/s,
);
const BOUNDED = TABLES.split(/,\s*/).map((table) => table.trim().replace(/^evenhand\./, ''));
const [[SETTINGS = ''] = []] = saying(/^CREATE SETTINGS PROFILE IF NOT EXISTS evenhand_reading SETTINGS (.+)$/);

describe('the second wall, for those who read the facts beside the product', () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await openWarehouse('memory');
    await warehouse.insert('ticket', TICKETS.map(ticketRow));
  });
  afterAll(() => warehouse.close());

  it.each(readdirSync(DEPLOY).filter((file) => file.endsWith('.xml')))('%s is well-formed and of the server', (file) => {
    const roots: string[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name }) => void roots.push(name));
    parser.write(textOf(file)).close();
    expect(roots[0]).toBe('clickhouse');
  });

  it('[Q2] is written in statements that the engine can read, and gives no right but to read tables', async () => {
    for (const statement of STATEMENTS) expect((await warehouse.rows(trusted(`EXPLAIN AST ${statement}`))).length).toBeGreaterThan(0);
    const rights = STATEMENTS.filter((statement) => statement.startsWith('GRANT'));
    expect(rights.every((right) => right.startsWith('GRANT SELECT ON evenhand.'))).toBe(true);
    expect(rights).toHaveLength(5);
  });

  it('[Q2] gives every role the profile that only reads, and writes none of its limits into a role', () => {
    const roles = saying(/^CREATE ROLE IF NOT EXISTS (\S+) (.+)$/);
    expect(roles.length).toBe(2);
    for (const [, rest] of roles) expect(rest).toBe("SETTINGS PROFILE 'evenhand_reading'");
    expect(SETTINGS).toMatch(/\breadonly = 1\b/);
    expect(STATEMENTS.join('\n')).not.toMatch(/\b(SOURCES|FILE|URL|REMOTE|S3|INSERT|ALTER|CREATE TABLE|WITH GRANT OPTION|ON \*\.\*)\b/);
  });

  it('[Q2] bounds by a policy every table that has rows of a point, also those that nobody was given yet', async () => {
    const tables = await warehouse.rows<{ table: string }>(
      trusted(`SELECT table FROM system.columns WHERE database = currentDatabase() AND name = 'point_code' AND table NOT IN (
        SELECT name FROM system.tables WHERE database = currentDatabase() AND engine = 'View') ORDER BY table`),
    );
    expect(BOUNDED.toSorted()).toEqual(tables.map(({ table }) => table));
    expect(GRANTED.filter((table) => !BOUNDED.includes(table))).toEqual([]);
    expect(GRANTED.length).toBeGreaterThan(3);
  });

  it('[Q2] shows a reader of a point the rows of that point alone, and one whose name says no point none', async () => {
    await warehouse.run(trusted("INSERT INTO ticket SELECT * REPLACE ('' AS point_code) FROM ticket LIMIT 1"));
    const seenBy = async (user: string) =>
      (
        await warehouse.rows<{ point_code: string }>(
          trusted(`SELECT DISTINCT point_code FROM ticket WHERE ${USING.replaceAll('currentUser()', `'${user}'`)} ORDER BY point_code`),
        )
      ).map(({ point_code }) => point_code);
    const [point = ''] = TICKETS.map(ticketRow).map((row) => String((row as { readonly point_code: unknown }).point_code));
    expect(await seenBy(`ward__${point}`)).toEqual([point]);
    for (const user of ['ward', 'ward__', '__', `${point}`, `ward__${point}__x`.replace(point, 'none')])
      expect([user, await seenBy(user)]).toEqual([user, []]);
  });

  it('[Q2] lets nobody under its profile reach out, write, or take the profile off', async () => {
    const alone = await openReading();
    const tried = [
      ...[
        "url('http://127.0.0.1:9/x', 'CSV', 'a String')",
        "file('/etc/passwd', 'LineAsString', 'a String')",
        "remote('127.0.0.1', 'x.y')",
      ],
      ...[
        "mysql('127.0.0.1:9', 'd', 't', 'u', 'p')",
        "postgresql('127.0.0.1:9', 'd', 't', 'u', 'p')",
        "executable('x', 'CSV', 'a String')",
      ],
      ...["mongodb('127.0.0.1:9', 'd', 't', 'u', 'p', 'a String')", "s3('http://127.0.0.1:9/bucket/x.csv', 'CSV', 'a String')"],
    ].map((source) => `SELECT * FROM ${source}`);
    const changes = ['SET readonly = 0', 'CREATE TABLE x (a String) ENGINE = Memory', 'SYSTEM SHUTDOWN', 'TRUNCATE TABLE ticket'];
    for (const statement of [...tried, ...changes]) expect([statement, await alone(statement)]).toEqual([statement, 'READONLY']);
    expect(await alone('SELECT 1 SETTINGS max_result_rows = 0')).toBe('READONLY');
    expect(await alone('SELECT number FROM numbers(1000001)')).toBe('TOO_MANY_ROWS_OR_BYTES');
    expect(await alone('SELECT count() FROM ticket')).toBe('answered');
  });

  /** Puts this engine under the profile, for good: what each statement comes to. */
  async function openReading(): Promise<(statement: string) => Promise<string>> {
    await warehouse.run(trusted(`SET ${SETTINGS}`));
    return (statement) =>
      warehouse.run(trusted(statement)).then(
        () => 'answered',
        (error: unknown) =>
          /\(([A-Z_]+)\)|'([A-Z_]+)'/.exec(String((error as Error).cause))?.[1] ?? String((error as { code?: unknown }).code),
      );
  }
});
