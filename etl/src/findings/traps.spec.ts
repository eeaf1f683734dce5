import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from '@evenhand/warehouse';
import { loadSource } from '../load/load-source';
import { Scratch } from '../load/scratch-stores';
import { openStores, type Stores } from '../stores';
import { type FindingGroup, findingRows, findingsOf } from './findings';

const scratch = new Scratch();
const YEAR = { from: '2026-01-01', to: '2027-01-01', zone: 'Asia/Ho_Chi_Minh', points: 'all' } as const;
const NOW = new Date('2026-11-01T00:00:00Z');
const COLUMNS = [
  'dossier_code',
  'point_code',
  'channel',
  'submitted_at',
  'received_at',
  'first_due_at',
  'due_at',
  'finished_at',
  'returned_at',
  'status',
];
const MORE = ['is_digitised', 'is_result_copied', 'contact'];
const DOSSIER = `SELECT ${[...COLUMNS, ...MORE].join(', ')} FROM input`;
const STEP = 'SELECT dossier_code, step_id, point_code, happened_at, status FROM input';
let stores: Stores;

/** A city that lists two points: 00012 took over the former unit 00099 in July 2025; 00020 closed in June 2026. */
function city(): string {
  const folder = join(scratch.path, 'city');
  mkdirSync(folder, { recursive: true });
  const points = [
    'code,name,unit,valid_from,valid_to,predecessors',
    '00012,Hoà Phú,00012,2025-07-01,,00099',
    '00020,Đống Đa,00020,2025-07-01,2026-06-01,',
  ];
  const units = ['code,name,type', '00012,Hoà Phú,xã', '00020,Đống Đa,phường'];
  writeFileSync(join(folder, 'points.csv'), points.join('\n'));
  writeFileSync(join(folder, 'units.csv'), units.join('\n'));
  writeFileSync(
    join(folder, 'city.yml'),
    'name: { vi: Thử, en: Trial }\nzone: Asia/Ho_Chi_Minh\nreference: { points: points.csv, units: units.csv }\n',
  );
  return join(folder, 'city.yml');
}

type Told = Readonly<Record<string, string>>;
const ORDINARY: Told = {
  ...{ point_code: '00012', channel: 'direct', submitted_at: '2026-10-05 08:00:00', received_at: '2026-10-05 09:00:00' },
  ...{ first_due_at: '2026-10-15 17:00:00', due_at: '2026-10-15 17:00:00', finished_at: '2026-10-12 10:00:00', status: '9' },
};
const code = (number: number): string => `000.00.012.H26-261005-${String(number).padStart(4, '0')}`;

async function tell(name: string, dossiers: readonly Told[]) {
  const source = scratch.source(name, { dossier: DOSSIER });
  const rows = dossiers.map((told, index) => {
    const all: Told = { dossier_code: code(index + 1), ...ORDINARY, ...told };
    return [...COLUMNS, ...MORE].map((column) => all[column] ?? '').join(',');
  });
  const file = scratch.file(`${name}.csv`, [[...COLUMNS, ...MORE].join(','), ...rows]);
  const { counts, reasons } = await loadSource(stores, { source, files: [file] }, undefined, NOW);
  return { count: counts[0], reasons: reasons.map(({ reason }) => reason) };
}

const finding = async (law: string, source: string, by: readonly FindingGroup[] = ['source']) =>
  (await findingsOf(stores.warehouse, { ...YEAR, by })).find((one) => one.law === law && one.source === source);

beforeAll(async () => {
  stores = await openStores({ ...(await scratch.preparedEnv()), EVENHAND_CITY: city() }, 'a test');
}, 60_000);
afterAll(async () => {
  await stores.close();
  scratch.remove();
});

describe('a trap of one-stop systems', () => {
  it('(a) masked status: 5, 6 and 8 told upstream as 9', async () => {
    await tell('local', [{ status: '5', finished_at: '' }, { status: '9' }]);
    await tell('national', [{ status: '9' }, { status: '9' }]);
    expect(await finding('status_masked', 'national')).toMatchObject({ records: 1, of: 2, share: 0.5 });
    const rows = await findingRows(stores.warehouse, { ...YEAR, law: 'status_masked', entity: 'dossier', limit: 10, offset: 0 });
    expect(rows).toEqual([{ source: 'national', point: '00012', day: '2026-10-05', row: code(1) }]);
  });

  it('(b) random end of a dossier code', async () => {
    await tell('random', [{ dossier_code: '000.00.012.H26-261005-x7Qk2f' }, {}]);
    expect(await finding('id_not_sequential', 'random')).toMatchObject({ records: 1, of: 2 });
  });

  it('(c) dummy identity number: flagged and not stored', async () => {
    await tell('filler', [{ contact: '000000001' }, { contact: '001099012345' }]);
    expect(await finding('contact_filler', 'filler')).toMatchObject({ records: 1, of: 2 });
    const rows = await stores.warehouse.rows<{ contact: string }>(
      sql`SELECT contact FROM dossier WHERE source = 'filler' ORDER BY dossier_code`,
    );
    expect(rows).toEqual([{ contact: '' }, { contact: expect.stringMatching(/^contact_[0-9a-f]{24}$/) }]);
  });

  it('(d) synthetic steps: one step that settles the dossier', async () => {
    const source = scratch.source('synthetic', { dossier_event: STEP });
    const lines = Array.from({ length: 30 }, (_, index) => `${code(index + 1)},1,00012,2026-10-05 08:00:00,9`);
    await loadSource(
      stores,
      { source, files: [scratch.file('steps.csv', ['dossier_code,step_id,point_code,happened_at,status', ...lines])] },
      undefined,
      NOW,
    );
    expect(await finding('steps_synthetic', 'synthetic')).toMatchObject({ records: 30, of: 30, isConspicuous: true });
  });

  it('(e) result that is the first paper submitted', async () => {
    await tell('copied', [{ is_result_copied: '1' }, {}]);
    expect(await finding('result_copied_from_input', 'copied')).toMatchObject({ records: 1, of: 2 });
  });

  it('(f) digitised as a constant, (g) received when submitted: only where nearly all are', async () => {
    const online = { channel: 'online', submitted_at: '2026-10-05 09:00:00', is_digitised: '1' };
    await tell('constant', Array<Told>(120).fill(online));
    await tell('sometimes', [online, ...Array<Told>(119).fill({ channel: 'online', is_digitised: '0' })]);
    for (const law of ['always_digitised', 'received_when_submitted']) {
      expect(await finding(law, 'constant')).toMatchObject({ share: 1, isConspicuous: true });
      expect(await finding(law, 'sometimes')).toMatchObject({ records: 1, of: 120, isConspicuous: false });
    }
  });

  it('(h) no due date', async () => {
    await tell('undue', [{ first_due_at: '', due_at: '' }]);
    expect(await finding('no_due_date', 'undue')).toMatchObject({ records: 1 });
  });

  it('(i) late within the day, which a comparison by days hides', async () => {
    await tell('hours', [
      { due_at: '2026-10-12 09:00:00', first_due_at: '2026-10-12 09:00:00' },
      { due_at: '2026-10-12', first_due_at: '2026-10-12' },
    ]);
    expect(await finding('late_within_the_day', 'hours')).toMatchObject({ records: 1, of: 2 });
  });

  it('(j) due date moved: compared with the first one', async () => {
    await tell('moved', [{ due_at: '2026-10-20 17:00:00' }, {}]);
    expect(await finding('due_date_moved', 'moved')).toMatchObject({ records: 1, of: 2 });
  });

  it('(k) end before reception is refused; reception on a day of rest and a result before its signature are flagged', async () => {
    const { count, reasons } = await tell('order', [
      { finished_at: '2026-10-04 10:00:00' },
      { received_at: '2026-10-04 09:00:00', submitted_at: '2026-10-04 08:00:00' },
      { returned_at: '2026-10-11 10:00:00' },
    ]);
    expect([count?.quarantined, reasons]).toEqual([1, ['finished_before_received']]);
    expect(await finding('received_on_rest_day', 'order')).toMatchObject({ records: 1 });
    expect(await finding('returned_before_finished', 'order')).toMatchObject({ records: 1 });
  });

  it('(l) code of a former unit: counted for its successor, flagged, and kept beside it', async () => {
    const { reasons } = await tell('former', [{ point_code: '00099' }, { point_code: '00077' }, { point_code: '00020' }]);
    expect(reasons).toEqual(['point_not_valid_then', 'point_unknown']);
    expect(await stores.warehouse.rows(sql`SELECT point_code, former_point_code FROM dossier WHERE source = 'former'`)).toEqual([
      { point_code: '00012', former_point_code: '00099' },
    ]);
    expect(await finding('point_renamed', 'former')).toMatchObject({ records: 1 });
  });
});

it('[E2] takes the name of a point for its code, however it is spelled: Hoà and Hòa, composed or not', async () => {
  await tell('names', [{ point_code: 'Hòa Phú' }, { point_code: 'HOÀ PHÚ' }, { point_code: 'Hoà Phú'.normalize('NFD') }]);
  expect(await stores.warehouse.rows(sql`SELECT DISTINCT point_code, former_point_code FROM dossier WHERE source = 'names'`)).toEqual([
    { point_code: '00012', former_point_code: '' },
  ]);
});

it('counts findings by source, point and month, with the records that were asked', async () => {
  const [found] = (await findingsOf(stores.warehouse, { ...YEAR, by: ['source', 'point', 'month'] })).filter(
    ({ law, source }) => law === 'no_due_date' && source === 'undue',
  );
  expect(found).toMatchObject({ source: 'undue', point: '00012', month: '2026-10', records: 1, of: 1, label: { en: 'Has no due date.' } });
  await expect(findingRows(stores.warehouse, { ...YEAR, law: 'nope', entity: 'dossier', limit: 1, offset: 0 })).rejects.toThrow(
    'There is no finding "nope" of dossier.',
  );
});
