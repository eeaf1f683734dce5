import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWarehouse, type Warehouse } from '@evenhand/warehouse';
import { NO_PLACES } from '../contract/places';
import { prepareLanding } from '../load/land';
import { Scratch } from '../load/scratch-stores';
import { PseudonymKey } from '../privacy/pseudonym';
import { deliveriesOf, findFiles } from './source-files';
import { readSourceFolder } from './source-folder';

const scratch = new Scratch();
const TICKET = `SELECT id AS ticket_id, 'P1' AS point_code, at AS issued_at, 'served' AS outcome FROM input`;
let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openWarehouse('memory');
});
afterAll(async () => {
  await warehouse.close();
  scratch.remove();
});

/** Everything that happens before the first row is read. */
async function prepare(folder: string, file: string): Promise<void> {
  const source = readSourceFolder(folder);
  for (const delivery of deliveriesOf(source, findFiles([file])))
    await prepareLanding(warehouse, source, delivery, {
      cityZone: 'UTC',
      places: NO_PLACES,
      pseudonyms: new PseudonymKey('0'.repeat(64)),
      now: new Date('2026-11-01T00:00:00Z'),
      runId: 1,
    });
}

describe('a source folder', () => {
  const settings = (...lines: string[]): (() => unknown) => {
    const folder = scratch.source(`settings-${lines.join('').length}`, { ticket: TICKET }, lines);
    return () => readSourceFolder(folder);
  };

  it.each([
    [
      ['read: { format: Word }'],
      'read.format: Invalid option: expected one of "CSVWithNames"|"TSVWithNames"|"JSONEachRow"|"JSON"|"Parquet"|"XLSX"|"XES".',
    ],
    [['read: { format: Parquet, sheet: A }'], 'read.sheet: is allowed for the format XLSX only, not for Parquet.'],
    [['read: { format: XES, header_row: 2 }'], 'read.header_row: is allowed for the format XLSX only, not for XES.'],
    [
      ['read: { format: XLSX, encoding: windows-1258 }'],
      'read.encoding: is allowed for CSVWithNames and TSVWithNames only; XLSX says its encoding itself.',
    ],
    [['read: { format: JSON }'], 'read.records: must say where the list of records stands in the JSON document, for example data.'],
    [['read: { format: CSVWithNames, records: data }'], 'read.records: is allowed for the format JSON only, not for CSVWithNames.'],
    [['read: { format: CSVWithNames }', 'instants: yyyy-mm-dd'], 'instants: must be a pattern such as %Y%m%d%H%i%S.'],
    [['read: { format: CSVWithNames }', 'files: { rating: "*.csv" }'], 'files.rating: there is no rating.sql in this folder.'],
    [
      ['read: { format: CSVWithNames }', 'flag_only: [called_twice]'],
      'flag_only: no law "called_twice" sends a record of this source to quarantine. Those that do: ',
    ],
    [['read: { format: CSVWithNames }', 'colour: red'], 'Unrecognized key: "colour".'],
    [['read: { format: CSVWithNames'], 'is not YAML:'],
  ])('is refused with %j', (lines, sentence) => expect(settings(...lines)).toThrow(sentence));

  it('is named when it does not exist, has no settings or no staging query', () => {
    expect(() => readSourceFolder('/nowhere/at-all')).toThrow('There is no source folder /nowhere/at-all.');
    const bare = join(scratch.path, 'bare');
    mkdirSync(bare);
    expect(() => readSourceFolder(bare)).toThrow(
      `${bare} has no source.yml; a source folder holds source.yml and one <entity>.sql per entity.`,
    );
    expect(() => readSourceFolder(scratch.source('empty', {}))).toThrow('has no staging file; add one of: ticket.sql, dossier.sql,');
    expect(() => readSourceFolder(scratch.source('stranger', { visitor: 'SELECT 1' }))).toThrow(
      'there is no entity "visitor". A staging file is named after one of: ticket, dossier,',
    );
  });
});

describe('a file', () => {
  const csv = scratch.source('csv', { ticket: TICKET });

  it('is named when it is missing or empty', () => {
    expect(() => findFiles([`${scratch.path}/none-*.csv`])).toThrow(`No file matches ${scratch.path}/none-*.csv.`);
    expect(() => findFiles([scratch.file('empty.csv', [])])).toThrow('empty.csv is empty.');
  });

  it('is refused when it fills no entity', () => {
    const source = readSourceFolder(
      scratch.source('picky', { ticket: TICKET }, ['read: { format: CSVWithNames }', 'files: { ticket: "queue-*.csv" }']),
    );
    const file = scratch.file('other.csv', ['id,at']);
    expect(() => deliveriesOf(source, [file])).toThrow('other.csv fills no entity: its name matches none of the patterns under files in');
  });

  it.each([
    ['lacks a column', ['id,when', '1,2'], 'ticket.sql reads the column "at", which', 'The file has: id, when.'],
    ['names a column twice', ['id,at,at', '1,2,3'], 'names the column "at" twice in its header line.', ''],
  ])('is refused when it %s', async (_, lines, sentence, rest) => {
    const failure: unknown = await prepare(csv, scratch.file('odd.csv', lines)).catch((error: unknown) => error);
    expect(String(failure)).toContain(sentence);
    expect(String(failure)).toContain(rest);
  });

  it('is refused when it is no JSON, or has no records where they should be', async () => {
    const json = scratch.source('document', { ticket: TICKET.replaceAll('id', 'record').replaceAll(' at ', ' record ') }, [
      'read: { format: JSON, records: data.items }',
    ]);
    await expect(prepare(json, scratch.file('text.json', ['hello']))).rejects.toThrow('text.json is not a JSON document');
    const other = join(scratch.path, 'other.json');
    writeFileSync(other, '{"service": "x", "data": {"rows": []}}');
    await expect(prepare(json, other)).rejects.toThrow(
      'other.json has no list of records at "data.items"; the document has the keys: service, data.',
    );
  });
});

describe('a staging query', () => {
  const file = scratch.file('good.csv', ['id,at', '1,2026-10-05 08:00:00']);

  it('is refused when it gives a column that the entity does not have', async () =>
    await expect(prepare(scratch.source('more', { ticket: TICKET.replace(' FROM', ', id AS citizen FROM') }), file)).rejects.toThrow(
      'ticket.sql gives the column "citizen", which ticket does not have. Allowed: ticket_id, point_code,',
    ));

  it('is refused when it lacks what every record must have', async () =>
    await expect(prepare(scratch.source('less', { ticket: 'SELECT id AS ticket_id FROM input' }), file)).rejects.toThrow(
      'ticket.sql does not give "point_code", "issued_at", "outcome", which every ticket must have.',
    ));

  it('is refused when it is no query', async () =>
    await expect(prepare(scratch.source('prose', { ticket: 'SELECT every ticket of the day' }), file)).rejects.toThrow(
      'ticket.sql is not a query over this file: Syntax error',
    ));
});
