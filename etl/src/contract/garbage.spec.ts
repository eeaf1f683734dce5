import fc from 'fast-check';
import { loadSource } from '../load/load-source';
import { Scratch } from '../load/scratch-stores';
import type { Stores } from '../stores';
import type { Column } from './column';
import { CONTRACTS } from './contracts';
import { ENTITIES } from './entity-contract';

const scratch = new Scratch();
let stores: Stores;
beforeAll(async () => void (stores = await scratch.open()), 60_000);
afterAll(async () => {
  await stores.close();
  scratch.remove();
});

const GARBAGE = [
  '',
  'x',
  '-1',
  '12',
  '2026-02-30 08:00:00',
  '0000-00-00 00:00:00',
  '9999-12-31',
  '"',
  'á',
  '0912345678',
  'Nguyễn Văn An',
  '1e309',
  "') OR 1=1 --",
];
const RECORDS = 60;

/** What a source could tell in a column: mostly something that can be read, seldom not. */
function told({ kind, allowed, range: [least = 1, most = 3] = [1, 3] }: Column): fc.Arbitrary<string> {
  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-10-${String(number).padStart(2, '0')}`);
  const readable = {
    code: fc.constantFrom(...(allowed ?? ['P1', 'P2', 'c'])),
    text: fc.constantFrom(...(allowed ?? ['a', 'b', 'c', 'd'])),
    pseudonym: fc.constantFrom('NV-1', 'NV-2'),
    contact: fc.constantFrom('0912345678', '000000001', ''),
    instant: day.map((text) => `${text} 08:30:00`),
    day,
    whole: fc.integer({ min: least, max: Math.min(most, least + 5) }).map(String),
    money: fc.constantFrom('0', '15000.00'),
    yes_no: fc.constantFrom('0', '1'),
  } as const;
  return fc.oneof({ weight: 24, arbitrary: readable[kind] }, { weight: 1, arbitrary: fc.constantFrom(...GARBAGE) });
}

const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;

it.each(ENTITIES)('[E2] accounts for every record of %s, whatever is told', async (entity) => {
  const { columns } = CONTRACTS[entity];
  const names = columns.map(({ name }) => name);
  const rows = fc.sample(fc.tuple(...columns.map(told)), { numRuns: RECORDS, seed: 20_261_005 });
  const source = scratch.source(`garbage-${entity.replaceAll('_', '-')}`, { [entity]: `SELECT ${names.join(', ')} FROM input` });
  const file = scratch.file(`${entity}.csv`, [names.join(','), ...rows.map((row) => row.map(quoted).join(','))]);
  for (const time of [1, 2]) {
    const { counts } = await loadSource(stores, { source, files: [file] }, undefined, new Date('2026-11-01T00:00:00Z'));
    const [count] = counts.filter((one) => one.entity === entity);
    expect(count?.read).toBe(RECORDS);
    expect((count?.loaded ?? 0) + (count?.duplicate ?? 0) + (count?.quarantined ?? 0)).toBe(RECORDS);
    expect(count?.quarantined).toBeGreaterThan(0);
    if (time === 2) expect(count?.loaded).toBe(0);
  }
});
