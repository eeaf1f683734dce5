import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { param, type Sql, sql } from '@evenhand/warehouse';
import type { Stores } from '../stores';
import { loadSource, type RunSummary } from './load-source';
import { Scratch, TICKET_HEADER, TICKETS } from './scratch-stores';

const scratch = new Scratch();
let stores: Stores;

beforeAll(async () => {
  stores = await scratch.open();
}, 60_000);
afterAll(async () => {
  await stores.close();
  scratch.remove();
});

const NOW = new Date('2026-11-01T00:00:00Z');
const load = (source: string, ...files: string[]): Promise<RunSummary> => loadSource(stores, { source, files }, undefined, NOW);
const rows = <Row>(query: Sql): Promise<Row[]> => stores.warehouse.rows<Row>(query);
const ticketsOf = (source: string) =>
  rows<{ ticket_id: string; wait_ms: number | null; issued_on: string }>(
    sql`SELECT ticket_id, wait_ms, issued_on FROM ticket WHERE source = ${param('String', source)} ORDER BY ticket_id`,
  );
const counts = ({ counts: [first] }: RunSummary) => first;

describe('a load', () => {
  it('[E7] cuts days and half-hours in the city’s zone and measures the wait to the first call', async () => {
    const source = scratch.source('day', { ticket: TICKETS });
    // 17:30 in UTC is half past midnight of the next day in Vietnam; a local time stands for itself.
    const file = scratch.file('day.csv', [
      TICKET_HEADER,
      'a,P1,2026-03-01T17:30:00Z,2026-03-01T17:40:00.500Z,served',
      'b,P1,2026-03-02 08:00:00,,waiting',
      // A leap day begins at 17:00 in UTC of the day before; 31 December 2020 and 3 January 2021 lie in week 53.
      'c,P1,2024-02-28T17:00:00Z,,waiting',
      'd,P1,2020-12-31 08:00:00,,waiting',
      'e,P1,2021-01-03 23:59:59,,waiting',
    ]);
    await load(source, file);
    expect(await rows(sql`SELECT ticket_id, issued_on, half_hour, wait_ms FROM ticket WHERE source = 'day' ORDER BY ticket_id`)).toEqual([
      { ticket_id: 'a', issued_on: '2026-03-02', half_hour: 1, wait_ms: 600_500 },
      { ticket_id: 'b', issued_on: '2026-03-02', half_hour: 16, wait_ms: null },
      { ticket_id: 'c', issued_on: '2024-02-29', half_hour: 0, wait_ms: null },
      { ticket_id: 'd', issued_on: '2020-12-31', half_hour: 16, wait_ms: null },
      { ticket_id: 'e', issued_on: '2021-01-03', half_hour: 47, wait_ms: null },
    ]);
    expect(
      await rows(sql`SELECT DISTINCT toMonday(issued_on) AS week FROM ticket WHERE source = 'day' AND issued_on < '2022-01-01'`),
    ).toEqual([{ week: '2020-12-28' }]);
  });

  it('[E2] sends bad records to quarantine with file, line, reasons and what was staged', async () => {
    const source = scratch.source('bad', { ticket: TICKETS });
    const file = scratch.file('bad.csv', [
      TICKET_HEADER,
      'a,P1,2026-10-05 08:00:00,,served',
      ',P1,2026-10-05 08:00:00,,served',
      'c,P1,yesterday,,served',
      'd,P1,2026-10-05 25:10:00,,gone',
      'e,P1,2026-10-05 08:00:00',
      'f,P1,2026-10-05 08:00:00,,served,more',
    ]);
    const summary = await load(source, file);
    expect(counts(summary)).toMatchObject({ read: 6, loaded: 1, duplicate: 0, quarantined: 5 });
    expect(
      await rows(
        sql`SELECT file, line, reasons, JSONExtractString(raw, 'issued_at') AS issued FROM quarantine WHERE source = 'bad' ORDER BY line`,
      ),
    ).toEqual([
      { file: 'bad.csv', line: 3, reasons: ['ticket_id_missing'], issued: '2026-10-05 08:00:00' },
      { file: 'bad.csv', line: 4, reasons: ['issued_at_unreadable'], issued: 'yesterday' },
      { file: 'bad.csv', line: 5, reasons: ['issued_at_unreadable', 'outcome_unknown'], issued: '2026-10-05 25:10:00' },
      { file: 'bad.csv', line: 6, reasons: ['wrong_field_count', 'outcome_missing'], issued: '2026-10-05 08:00:00' },
      { file: 'bad.csv', line: 7, reasons: ['wrong_field_count'], issued: '2026-10-05 08:00:00' },
    ]);
  });

  it('names the right line far into a file, and takes a blank line for no record', async () => {
    const source = scratch.source('long', { ticket: TICKETS });
    const good = Array.from({ length: 90_000 }, (_, index) => `t${index},P1,2026-10-05 08:00:00,,served`);
    const file = scratch.file('long.csv', [TICKET_HEADER, ...good, '', 'bad,P1,never,,served', '', '']);
    expect(counts(await load(source, file))).toMatchObject({ read: 90_001, loaded: 90_000, quarantined: 1 });
    expect(await rows(sql`SELECT line FROM quarantine WHERE source = 'long'`)).toEqual([{ line: 90_003 }]);
    expect(
      await rows(sql`SELECT countIf(line != toUInt64(substring(ticket_id, 2)) + 2) AS wrong FROM ticket WHERE source = 'long'`),
    ).toEqual([{ wrong: 0 }]);
  });

  it('[E1] does nothing the second time the same file comes', async () => {
    const source = scratch.source('twice', { ticket: TICKETS });
    const file = scratch.file('twice.csv', [TICKET_HEADER, 'a,P1,2026-10-05 08:00:00,,served', 'b,P1,2026-09-05 08:00:00,,served']);
    const first = await load(source, file);
    const before = await ticketsOf('twice');
    const second = await load(source, file);
    expect([counts(first), counts(second)]).toMatchObject([
      { read: 2, loaded: 2, duplicate: 0 },
      { read: 2, loaded: 0, duplicate: 2 },
    ]);
    expect(await ticketsOf('twice')).toEqual(before);
  });

  it('says nothing new when a file tells a case twice in the same words, however it writes them', async () => {
    const source = scratch.source('same', { ticket: TICKETS });
    const file = scratch.file('same.csv', [
      TICKET_HEADER,
      'a,P1,2026-10-05 08:00:00,,served',
      'a, P1 ,2026-10-05T01:00:00.000Z,,served',
      `b,${'Đống Đa'.normalize('NFC')},2026-10-05 08:00:00,,served`,
      `b,${'Đống Đa'.normalize('NFD')},2026-10-05 08:00:00,,served`,
    ]);
    expect(counts(await load(source, file))).toMatchObject({ read: 4, loaded: 2, duplicate: 2 });
    expect(await rows(sql`SELECT point_code FROM ticket WHERE source = 'same' AND ticket_id = 'b'`)).toEqual([
      { point_code: 'Đống Đa'.normalize('NFC') },
    ]);
  });

  it('keeps one of the rows that two files tell alike in the same line', async () => {
    const source = scratch.source('alike', { ticket: TICKETS });
    const lines = [TICKET_HEADER, 'a,P1,2026-10-05 08:00:00,,served', 'b,P1,2026-10-05 08:05:00,,served'];
    const summary = await load(source, scratch.file('alike-1.csv', lines), scratch.file('alike-2.csv', lines));
    expect(counts(summary)).toMatchObject({ read: 4, loaded: 2, duplicate: 2, corrected: 0 });
    expect(await rows(sql`SELECT ticket_id, toString(file) AS file FROM ticket WHERE source = 'alike' ORDER BY ticket_id`)).toEqual([
      { ticket_id: 'a', file: 'alike-2.csv' },
      { ticket_id: 'b', file: 'alike-2.csv' },
    ]);
  });

  it('[E5] replaces a case in a closed month, moves it to another, and keeps every version', async () => {
    const source = scratch.source('corrected', { ticket: TICKETS });
    await load(
      source,
      scratch.file('1.csv', [TICKET_HEADER, 'a,P1,2026-07-05 08:00:00,2026-07-05 08:05:00,served', 'b,P1,2026-07-06 08:00:00,,served']),
      scratch.file('2.csv', [TICKET_HEADER, 'c,P1,2026-08-06 08:00:00,,served']),
    );
    const summary = await load(
      source,
      scratch.file('3.csv', [TICKET_HEADER, 'a,P1,2026-07-05 08:00:00,2026-07-05 08:25:00,served', 'b,P1,2026-08-01 08:00:00,,served']),
    );
    expect(counts(summary)).toMatchObject({ read: 2, loaded: 2, duplicate: 0, corrected: 2 });
    expect(await ticketsOf('corrected')).toEqual([
      { ticket_id: 'a', wait_ms: 1_500_000, issued_on: '2026-07-05' },
      { ticket_id: 'b', wait_ms: null, issued_on: '2026-08-01' },
      { ticket_id: 'c', wait_ms: null, issued_on: '2026-08-06' },
    ]);
    expect(
      await rows(
        sql`SELECT ticket_id, count() AS versions FROM ticket_version WHERE source = 'corrected' GROUP BY ticket_id ORDER BY ticket_id`,
      ),
    ).toEqual([
      { ticket_id: 'a', versions: 2 },
      { ticket_id: 'b', versions: 2 },
      { ticket_id: 'c', versions: 1 },
    ]);
    // The old file again: everything it says is known, and nothing it says is the latest.
    const again = await load(source, `${scratch.path}/1.csv`);
    expect(counts(again)).toMatchObject({ read: 2, loaded: 0, duplicate: 2 });
    expect((await ticketsOf('corrected'))[0]).toMatchObject({ wait_ms: 1_500_000 });
  });

  it('takes the later line and the later file when one load tells a case differently', async () => {
    const source = scratch.source('later', { ticket: TICKETS });
    const first = scratch.file('later-1.csv', [
      TICKET_HEADER,
      'a,P1,2026-10-05 08:00:00,,waiting',
      'a,P1,2026-10-05 08:00:00,2026-10-05 08:01:00,served',
    ]);
    const second = scratch.file('later-2.csv', [TICKET_HEADER, 'a,P1,2026-10-05 08:00:00,2026-10-05 08:02:00,served']);
    const summary = await load(source, second, first);
    expect(counts(summary)).toMatchObject({ read: 3, loaded: 3, corrected: 2 });
    expect(await ticketsOf('later')).toEqual([{ ticket_id: 'a', wait_ms: 120_000, issued_on: '2026-10-05' }]);
  });

  it('keeps the first due date of a dossier once it is known, and follows the current one', async () => {
    const source = scratch.source('due', {
      dossier: 'SELECT id AS dossier_code, point AS point_code, received AS received_at, due AS due_at, status FROM input',
    });
    const header = 'id,point,received,due,status';
    await load(
      source,
      scratch.file('due-1.csv', [header, 'd,P1,2026-10-01 08:00:00,,2', 'e,P1,2026-10-01 08:00:00,2026-10-05 17:00:00,2']),
    );
    await load(
      source,
      scratch.file('due-2.csv', [
        header,
        'd,P1,2026-10-01 08:00:00,2026-10-08 17:00:00,4',
        'e,P1,2026-10-01 08:00:00,2026-10-20 17:00:00,4',
      ]),
    );
    await load(source, scratch.file('due-3.csv', [header, 'd,P1,2026-10-01 08:00:00,2026-10-30 17:00:00,4']));
    expect(
      await rows(
        sql`SELECT dossier_code, first_due_on, due_on, toString(first_due_at) AS first FROM dossier WHERE source = 'due' ORDER BY dossier_code`,
      ),
    ).toEqual([
      { dossier_code: 'd', first_due_on: '2026-10-08', due_on: '2026-10-30', first: '2026-10-08 10:00:00.000' },
      { dossier_code: 'e', first_due_on: '2026-10-05', due_on: '2026-10-20', first: '2026-10-05 10:00:00.000' },
    ]);
    expect(
      await rows(
        sql`SELECT findings FROM dossier_version WHERE source = 'due' AND run_id = (SELECT min(run_id) FROM dossier_version WHERE source = 'due') ORDER BY dossier_code`,
      ),
    ).toEqual([{ findings: ['no_due_date'] }, { findings: [] }]);
  });

  it('reads JSON documents, a record per line, tabs with CR LF, semicolons, packed files and a pattern for instants', async () => {
    const staging = `SELECT JSONExtractString(record, 'id') AS ticket_id, 'P1' AS point_code, JSONExtractString(record, 'at') AS issued_at, 'served' AS outcome FROM input`;
    const record = { id: 'a', at: '20261005080000' };
    const pattern = "instants: '%Y%m%d%H%i%S'";
    await load(
      scratch.source('json', { ticket: staging }, ['read: { format: JSON, records: data }', pattern]),
      scratch.file('x.json', [JSON.stringify({ service: 's', data: [record] })]),
    );
    await load(
      scratch.source('lines', { ticket: staging }, ['read: { format: JSONEachRow }', pattern]),
      scratch.file('x.jsonl', [JSON.stringify(record)]),
    );
    const table = `SELECT id AS ticket_id, 'P1' AS point_code, at AS issued_at, 'served' AS outcome FROM input`;
    await load(
      scratch.source('tabs', { ticket: table }, ['read: { format: TSVWithNames }', pattern]),
      scratch.file('x.tsv', ['at\tid', `${record.at}\ta`], '\r\n'),
    );
    const packed = `${scratch.path}/x.csv.gz`;
    writeFileSync(packed, gzipSync(`\uFEFFat;id\n${record.at};a\n`));
    await load(scratch.source('packed', { ticket: table }, ["read: { format: CSVWithNames, delimiter: ';' }", pattern]), packed);
    expect(
      await rows(
        sql`SELECT source, ticket_id, toString(issued_at) AS at, line FROM ticket WHERE source IN ('json', 'lines', 'tabs', 'packed') ORDER BY source`,
      ),
    ).toEqual(
      [
        ['json', 1],
        ['lines', 1],
        ['packed', 2],
        ['tabs', 2],
      ].map(([source, line]) => ({ source, ticket_id: 'a', at: '2026-10-05 01:00:00.000', line })),
    );
  });

  it('fills several entities from one file, gathering lines where the staging query says so', async () => {
    const source = scratch.source('both', {
      dossier: `SELECT id AS dossier_code, 'P1' AS point_code, min(at) AS received_at, 2 AS status, min(_line) AS _line FROM input GROUP BY id`,
      dossier_event: `SELECT id AS dossier_code, step AS step_id, 'P1' AS point_code, at AS happened_at FROM input`,
    });
    const file = scratch.file('both.csv', ['id,step,at', 'x,1,2026-10-05 08:00:00', 'x,2,2026-10-05 09:00:00', 'y,1,2026-10-06 08:00:00']);
    const summary = await load(source, file);
    expect(summary.counts.map(({ entity, read, loaded }) => [entity, read, loaded])).toEqual([
      ['dossier', 2, 2],
      ['dossier_event', 3, 3],
    ]);
    expect(await rows(sql`SELECT dossier_code, line FROM dossier WHERE source = 'both' ORDER BY dossier_code`)).toEqual([
      { dossier_code: 'x', line: 2 },
      { dossier_code: 'y', line: 4 },
    ]);
  });

  it('[E7] marks what is odd, such as clocks a minute apart, and loads it', async () => {
    const source = scratch.source('odd', { ticket: TICKETS });
    const file = scratch.file('odd.csv', [
      TICKET_HEADER,
      'a,P1,2026-10-05 08:00:00,2026-10-05 07:59:00,served',
      'b,P1,2026-10-31 08:00:00,,waiting',
    ]);
    expect(counts(await load(source, file))).toMatchObject({ loaded: 2, flagged: 1 });
    expect(await rows(sql`SELECT findings FROM ticket WHERE source = 'odd' ORDER BY ticket_id`)).toEqual([
      { findings: ['called_before_issued_slightly'] },
      { findings: [] },
    ]);
  });

  it('[E7] knows until when a source has told, and does not believe an instant of the future', async () => {
    expect(await rows(sql`SELECT toString(latest_at) AS at FROM known_until FINAL WHERE source = 'odd'`)).toEqual([
      { at: '2026-10-31 01:00:00.000' },
    ]);
  });

  it('names the points that nobody described and makes points of them', async () => {
    const source = scratch.source('points', { ticket: TICKETS });
    const summary = await load(source, scratch.file('points.csv', [TICKET_HEADER, 'a,Nowhere,2026-10-05 08:00:00,,served']));
    expect(summary.newPoints).toEqual(['Nowhere']);
    expect(await rows(sql`SELECT point_code FROM service_point WHERE point_code = 'Nowhere'`)).toHaveLength(1);
  });

  it('fails a run whose records all break a law, and keeps them in quarantine', async () => {
    const source = scratch.source('hopeless', { ticket: TICKETS });
    const summary = await load(source, scratch.file('hopeless.csv', [TICKET_HEADER, 'a,,2026-10-05 08:00:00,,served']));
    expect(summary).toMatchObject({ status: 'failed', message: 'No record could be loaded: all 1 went to quarantine.' });
    expect(await rows(sql`SELECT reasons FROM quarantine WHERE source = 'hopeless'`)).toEqual([{ reasons: ['point_code_missing'] }]);
  });

  it('leaves no work tables behind', async () => {
    expect(await rows(sql`SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, 'load_')`)).toEqual([]);
  });
});
