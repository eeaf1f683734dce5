import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { sql, trusted } from '@evenhand/warehouse';
import { loadSource, type RunSummary } from '../load/load-source';
import { Scratch, TICKET_HEADER, TICKETS } from '../load/scratch-stores';
import type { Stores } from '../stores';
import { writeBook } from './scratch-zip';

const scratch = new Scratch();
let stores: Stores;
beforeAll(async () => {
  stores = await scratch.open();
});
afterAll(async () => {
  await stores.close();
  scratch.remove();
});

const EXAMPLES = join(__dirname, '../../sources');
const LINES = [
  'a,P1,2026-10-05 08:00:00,2026-10-05 08:05:00,served',
  'b,P1,2026-10-05 08:10:00,,waiting',
  'c,,2026-10-05 08:20:00,,waiting',
];
const RECORDS = LINES.map((line) => {
  const [id, point, issued, called, outcome] = line.split(',');
  return { id, point, issued, called, outcome };
});
const FROM_RECORD = `SELECT JSONExtractString(record, 'id') AS ticket_id, JSONExtractString(record, 'point') AS point_code,
  JSONExtractString(record, 'issued') AS issued_at, JSONExtractString(record, 'called') AS first_called_at, JSONExtractString(record, 'outcome') AS outcome FROM input`;

const load = (source: string, ...files: readonly string[]): Promise<RunSummary> => loadSource(stores, { source, files });

const ticketsOf = (source: string): Promise<object[]> =>
  stores.warehouse.rows(sql`
    SELECT ticket_id, point_code, toString(issued_at) AS issued_at, line FROM ${trusted('ticket')}
    WHERE source = ${trusted(`'${source}'`)} ORDER BY ticket_id`);

const quarantineOf = (source: string): Promise<object[]> =>
  stores.warehouse.rows(sql`SELECT file, line, reasons FROM quarantine WHERE source = ${trusted(`'${source}'`)} ORDER BY line`);

const write = (name: string, bytes: string | Buffer): string => {
  const path = join(scratch.path, name);
  writeFileSync(path, bytes);
  return path;
};

/** The same three records, the third without a point, in every format, with the line where the first and the third stand. */
const TEXTS = {
  CSVWithNames: { text: [TICKET_HEADER, ...LINES, ''].join('\n'), end: 'csv', lines: [2, 4] },
  TSVWithNames: { text: [TICKET_HEADER, ...LINES, ''].join('\n').replaceAll(',', '\t'), end: 'tsv', lines: [2, 4] },
  JSONEachRow: { text: RECORDS.map((record) => `${JSON.stringify(record)}\n`).join(''), end: 'jsonl', lines: [1, 3] },
  JSON: { text: JSON.stringify({ data: { items: RECORDS } }), end: 'json', lines: [1, 3] },
} as const;
const PACKED = { '': Buffer.from, '.gz': gzipSync, '.zst': zstdCompressSync } as const;
const CASES = Object.keys(TEXTS).flatMap((format) => Object.keys(PACKED).map((packing) => [format, packing] as const)) as [
  keyof typeof TEXTS,
  keyof typeof PACKED,
][];

describe('a format', () => {
  it.each(CASES)('%s%s gives the same records, and the lines of those in quarantine', async (format, packing) => {
    const { text, end, lines } = TEXTS[format];
    const name = `text-${end}${packing.replace('.', '-')}`;
    const read = format === 'JSON' ? 'read: { format: JSON, records: data.items }' : `read: { format: ${format} }`;
    const source = scratch.source(name, { ticket: format.startsWith('JSON') ? FROM_RECORD : TICKETS }, [read]);
    const file = write(`${name}.${end}${packing}`, PACKED[packing](Buffer.from(text)));
    const { counts } = await load(source, file);
    expect(counts).toMatchObject([{ read: 3, loaded: 2, quarantined: 1 }]);
    expect(await ticketsOf(name)).toMatchObject([
      { ticket_id: 'a', point_code: 'P1', issued_at: '2026-10-05 01:00:00.000', line: lines[0] },
      { ticket_id: 'b' },
    ]);
    expect(await quarantineOf(name)).toMatchObject([{ file: `${name}.${end}${packing}`, line: lines[1] }]);
  });

  it('takes a document apart that is longer than the engine takes, one record at a time', async () => {
    const source = scratch.source('long', { ticket: FROM_RECORD }, ['read: { format: JSON, records: data.items }']);
    const items = Array.from({ length: 60_000 }, (_, id) => ({ ...RECORDS[0], id: String(id), note: 'x'.repeat(40) }));
    const file = write('long.json', JSON.stringify({ data: { items } }, null, 1));
    expect((await load(source, file)).counts).toMatchObject([{ read: 60_000, loaded: 60_000 }]);
    expect(readdirSync(join(stores.folder.path, 'converted'))).toEqual([]);
  });
});

describe('a source that is known to break a law', () => {
  it('loads its records with the finding instead of sending them to quarantine', async () => {
    const staging = {
      dossier: "SELECT id AS dossier_code, 'P1' AS point_code, 9 AS status, received AS received_at, finished AS finished_at FROM input",
    };
    const file = write('ends.csv', 'id,received,finished\n1,2026-10-05 08:00:00,2026-10-04 08:00:00\n');
    const lawful = scratch.source('lawful', staging);
    const known = scratch.source('lawless', staging, ['read: { format: CSVWithNames }', 'flag_only: [finished_before_received]']);
    expect((await load(lawful, file)).counts).toMatchObject([{ loaded: 0, quarantined: 1 }]);
    expect((await load(known, file)).counts).toMatchObject([{ loaded: 1, quarantined: 0, flagged: 1 }]);
    const [found] = await stores.warehouse.rows<{ findings: string[] }>(sql`SELECT findings FROM dossier WHERE source = 'lawless'`);
    expect(found?.findings).toContain('finished_before_received');
  });
});

describe('a Parquet file', () => {
  const parquet = async (name: string, select: string): Promise<string> => {
    const path = join(scratch.path, `${name}.parquet`);
    await stores.warehouse.run(
      trusted(`INSERT INTO FUNCTION file('${path}', 'Parquet') ${select} SETTINGS engine_file_truncate_on_insert = 1`),
    );
    return path;
  };

  it('keeps the types of its columns, nested ones too, and tells which row a record is', async () => {
    const file = await parquet(
      'typed',
      `SELECT number AS id, if(number = 1, NULL, 'P1') AS point, toDateTime64('2026-10-05 01:00:00.25', 6, 'UTC') AS issued,
        tuple(toUInt8(number), 'served')::Tuple(agents UInt8, outcome String) AS visit, [toUInt32(1), 2] AS counters, toDate('2026-10-05') AS day, true AS yes
      FROM numbers(3)`,
    );
    const source = scratch.source(
      'typed',
      {
        ticket: `SELECT id AS ticket_id, point AS point_code, issued AS issued_at, visit.outcome AS outcome, arrayElement(counters, 2) AS counter FROM input WHERE yes AND day = toDate('2026-10-05')`,
      },
      ['read: { format: Parquet }'],
    );
    expect((await load(source, file)).counts).toMatchObject([{ read: 3, loaded: 2, quarantined: 1 }]);
    expect(await ticketsOf('typed')).toEqual([
      { ticket_id: '0', point_code: 'P1', issued_at: '2026-10-05 01:00:00.250', line: 1 },
      { ticket_id: '2', point_code: 'P1', issued_at: '2026-10-05 01:00:00.250', line: 3 },
    ]);
    expect(await quarantineOf('typed')).toMatchObject([{ line: 2 }]);
  });

  it('written by another tool reads a clock without a zone in the zone of the source', async () => {
    // Written by DuckDB: `issued` is a TIMESTAMP (no zone), `called` a TIMESTAMP WITH TIME ZONE.
    const folder = join(EXAMPLES, 'queue-parquet');
    const summary = await load(folder, join(folder, 'example.parquet'));
    expect(summary.counts).toMatchObject([{ read: 4, loaded: 4, quarantined: 0 }]);
    const tickets = await stores.warehouse.rows(sql`
      SELECT ticket_id, toString(issued_at) AS issued, dateDiff('minute', issued_at, first_called_at) AS waited, counter FROM ticket
      WHERE source = 'queue-parquet' ORDER BY ticket_id`);
    expect(tickets).toEqual([
      { ticket_id: 'A001', issued: '2026-10-05 00:30:00.000', waited: 12, counter: '3' },
      { ticket_id: 'A002', issued: '2026-10-05 00:33:00.000', waited: 28, counter: '3' },
      { ticket_id: 'A003', issued: '2026-10-05 00:39:00.000', waited: null, counter: '' },
      { ticket_id: 'A004', issued: '2026-10-05 01:30:00.000', waited: 5, counter: '4' },
    ]);
  });
});

describe('a workbook', () => {
  it('written by another tool loads with its dates, and names sheet rows in quarantine', async () => {
    // Written by XlsxWriter: a title in row 1, names in row 3, a blank row 6, a hidden sheet before.
    const folder = join(EXAMPLES, 'queue-workbook');
    const summary = await load(folder, join(folder, 'example.xlsx'));
    expect(summary.counts).toMatchObject([{ read: 5, loaded: 4, quarantined: 1 }]);
    expect(await ticketsOf('queue-workbook')).toEqual([
      { ticket_id: '1004', point_code: '00004', issued_at: '2026-10-05 01:30:00.000', line: 8 },
      { ticket_id: 'A001', point_code: '00004', issued_at: '2026-10-05 00:30:00.000', line: 4 },
      { ticket_id: 'A002', point_code: '00004', issued_at: '2026-10-05 00:33:00.000', line: 5 },
      { ticket_id: 'A003', point_code: '00008', issued_at: '2026-10-05 00:39:00.000', line: 7 },
    ]);
    expect(await quarantineOf('queue-workbook')).toMatchObject([{ file: 'example.xlsx', line: 9 }]);
  });
});

describe('an event log', () => {
  it('fills dossiers from its traces and steps from its events', async () => {
    const folder = join(EXAMPLES, 'event-log');
    const summary = await load(folder, join(folder, 'example.xes'));
    expect(summary.counts).toMatchObject([
      { entity: 'dossier', read: 3, loaded: 3 },
      { entity: 'dossier_event', read: 5, loaded: 5 },
    ]);
    const dossiers = await stores.warehouse.rows(sql`
      SELECT dossier_code, toString(received_at) AS received, channel, status, line FROM dossier WHERE source = 'event-log' ORDER BY dossier_code`);
    expect(dossiers).toEqual([
      { dossier_code: 'HS-2026-0001', received: '2026-10-05 01:05:00.000', channel: 'direct', status: 9, line: 12 },
      { dossier_code: 'HS-2026-0002', received: '2026-10-05 02:15:00.000', channel: 'online', status: 4, line: 36 },
      { dossier_code: 'HS-2026-0003', received: '2026-10-06 03:00:00.000', channel: 'direct', status: 4, line: 55 },
    ]);
  });
});

describe('a file that is not what it is said to be', () => {
  const csv = scratch.source('plain', { ticket: TICKETS });
  const text = Buffer.from(
    [TICKET_HEADER, ...Array.from({ length: 40_000 }, (_, id) => `${id},P1,2026-10-05 08:00:00,,waiting`), ''].join('\n'),
  );
  const refused = async (source: string, name: string, bytes: string | Buffer): Promise<string> => {
    const path = write(name, bytes);
    return load(source, path).then(
      () => 'it was loaded',
      (error: unknown) => String(error).replace(path, name),
    );
  };

  it.each([
    ['cut.csv.gz', gzipSync(text).subarray(0, 60_000), 'cut.csv.gz ends before its compressed data does: it was cut off on its way.'],
    [
      'cut.csv.zst',
      zstdCompressSync(text).subarray(0, 5_000),
      'cut.csv.zst ends before its compressed data does: it was cut off on its way.',
    ],
    ['text.csv.gz', text, 'text.csv.gz is named .gz, but what it holds is not gzip data or is damaged.'],
    ['text.csv.zst', text, 'text.csv.zst is named .zst, but what it holds is not zstd data.'],
    ['packed.csv', gzipSync(text), 'packed.csv is to be read as CSVWithNames, but by its first bytes it is gzip; name it .gz.'],
    [
      'wide.csv',
      Buffer.from(`\ufeffid`, 'utf16le'),
      'wide.csv is to be read as CSVWithNames, but by its first bytes it is text in UTF-16;',
    ],
    ['letter.csv', '%PDF-1.7', 'letter.csv is to be read as CSVWithNames, but by its first bytes it is a PDF;'],
  ])('[F1] is refused: %s', async (name, bytes, sentence) => expect(await refused(csv, name, bytes)).toContain(sentence));

  it('[F1] is refused when it unpacks to hundreds of times its size, or has no end of columns', async () => {
    const blanks = Buffer.concat([Buffer.from(`${TICKET_HEADER}\n`), Buffer.alloc(110 * 1024 * 1024, ' ')]);
    expect(await refused(csv, 'bomb.csv.gz', gzipSync(blanks))).toContain('bomb.csv.gz unpacks to more than 200 times its size;');
    expect(await refused(csv, 'bomb.csv.zst', zstdCompressSync(blanks))).toContain('bomb.csv.zst unpacks to more than 200 times its size;');
    expect(await refused(csv, 'wide.csv', Array.from({ length: 1_000_000 }, (_, index) => `c${index}`).join(','))).toContain(
      'wide.csv has more than 1000 columns in its header line',
    );
  });

  it('is refused when it is no Parquet file, or half of one', async () => {
    const parquet = scratch.source('columns', { ticket: TICKETS }, ['read: { format: Parquet }']);
    expect(await refused(parquet, 'text.parquet', text)).toContain('text.parquet is not a whole Parquet file.');
    const whole = readFileSync(join(EXAMPLES, 'queue-parquet/example.parquet'));
    expect(await refused(parquet, 'half.parquet', whole.subarray(0, 300))).toContain('half.parquet is not a whole Parquet file.');
    expect(await refused(parquet, 'book.parquet', 'PK\u0003\u0004')).toContain('by its first bytes it is a zip or a spreadsheet (XLSX)');
  });

  it('is refused when it is no workbook, or one with a password', async () => {
    const xlsx = scratch.source('sheets', { ticket: TICKETS }, ['read: { format: XLSX }']);
    const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]);
    expect(await refused(xlsx, 'locked.xlsx', locked)).toContain(
      'a spreadsheet of the old form (XLS) or one with a password; save it as XLSX without a password.',
    );
    expect(await refused(xlsx, 'text.xlsx', 'id,point')).toContain('text.xlsx is not a sound XLSX file: ');
  });

  it('is refused when its name is a pattern for the engine', async () =>
    expect(await refused(csv, 'week?.csv', text)).toContain(
      'week?.csv cannot be read under this name: the characters * ? { } may not stand in it.',
    ));

  it('[F1] leaves nothing behind, and names the column a sheet lacks', async () => {
    const xlsx = scratch.source('lacking', { ticket: TICKETS }, ['read: { format: XLSX }']);
    const path = writeBook(join(scratch.path, 'lacking.xlsx'), {
      rows: '<row r="1"><c r="A1" t="str"><v>id</v></c></row><row r="2"><c r="A2" t="str"><v>1</v></c></row>',
    });
    await expect(load(xlsx, path)).rejects.toThrow(`ticket.sql reads the column "point", which ${path} does not have. The file has: id.`);
    const converted = join(stores.folder.path, 'converted');
    expect(existsSync(converted) ? readdirSync(converted) : []).toEqual([]);
  });
});
