import { listIncidents } from '@evenhand/records';
import { loadSource } from '../load/load-source';
import { Scratch } from '../load/scratch-stores';
import type { Stores } from '../stores';
import { sql } from '@evenhand/warehouse';
import { copyDifferences, copySummary } from './national-copy';

const DOSSIER = 'SELECT code AS dossier_code, point AS point_code, received AS received_at, status FROM input';
const scratch = new Scratch();
let stores: Stores;
beforeAll(async () => {
  stores = await scratch.open();
}, 60_000);
afterAll(async () => {
  await stores.close();
  scratch.remove();
});

const OCTOBER = { from: '2026-10-01', to: '2026-11-01', points: 'all' } as const;
const NOW = new Date('2026-10-08T00:00:00Z');
const code = (number: number): string => `000.00.082.H26-${number}`;

describe('the national copy', () => {
  const local = scratch.source('local', { dossier: DOSSIER });
  const copy = (name: string, rows: readonly string[]) =>
    loadSource(
      stores,
      { source: 'etl/sources/national-copy', files: [scratch.file(name, ['MaHoSo,TrangThaiHoSo,NgayTiepNhan,NgayKetThucXuLy', ...rows])] },
      undefined,
      NOW,
    );

  it('is nothing to compare with before it is loaded', async () => {
    const statuses = [4, 9, 5, 2, 4, 4];
    const rows = statuses.map((status, index) => `${code(index + 1)},00082,2026-10-05 08:0${index}:00,${status}`);
    const late = `${code(9)},00082,2026-10-07 08:00:00,2`;
    const early = `${code(10)},00082,2026-10-02 08:00:00,4`;
    await loadSource(
      stores,
      { source: local, files: [scratch.file('local.csv', ['code,point,received,status', ...rows, late, early])] },
      undefined,
      NOW,
    );
    expect(await copySummary(stores.warehouse, OCTOBER)).toBeNull();
    expect(await copyDifferences(stores.warehouse, OCTOBER, 10)).toEqual([]);
  });

  it('agrees on open and settled dossiers, and differs on what is missing, masked or told otherwise', async () => {
    await copy('copy.csv', [
      `${code(1)},2,20261005080000,`, // processing here, received there: both are open
      `${code(2)},10,20261005080100,`, // settled in both
      `${code(3)},9,20261005080200,`, // waits for papers here: masked
      `${code(4)},9,20261005080300,`, // open here, settled there
      `${code(7)},2,20261007090000,`, // the city does not hold it
    ]);
    expect(await copySummary(stores.warehouse, OCTOBER)).toEqual({
      ...{ here: 8, there: 5, same: 2, missingThere: 2, missingHere: 1, masked: 1, statusDiffers: 1 },
    });
    expect(await copySummary(stores.warehouse, { ...OCTOBER, points: ['00099'] })).toMatchObject({ here: 0, there: 0, missingHere: 0 });
    expect(await copyDifferences(stores.warehouse, { ...OCTOBER, points: ['00099'] }, 10)).toEqual([]);
    const found = await copyDifferences(stores.warehouse, OCTOBER, 10);
    expect(found.map(({ kind, dossier, here, there }) => [kind, dossier, here, there])).toEqual([
      ['missing_there', code(5), 4, null],
      ['missing_there', code(6), 4, null],
      ['missing_here', code(7), null, 2],
      ['masked', code(3), 5, 9],
      ['status_differs', code(4), 2, 9],
    ]);
  });

  it('that misses dossiers of the city is an incident until they arrive', async () => {
    const open = () => listIncidents(stores.records, { isOpen: true });
    expect(await open()).toMatchObject([
      { kind: 'late_sync', points: ['00082'], fromDay: '2026-10-05', message: 'The national portal does not hold 2 dossiers of 1 points.' },
    ]);
    await copy('rest.csv', [`${code(5)},4,20261005080400,`, `${code(6)},4,20261005080500,`]);
    expect(await open()).toEqual([]);
  });

  it('misses nothing of the days before it begins, until it tells of an earlier day', async () => {
    // Received on 2 October, three days before the first dossier of the copy.
    expect((await copyDifferences(stores.warehouse, OCTOBER, 10)).filter(({ dossier }) => dossier === code(10))).toEqual([]);
    await copy('earlier.csv', [`${code(11)},4,20261001080000,`]);
    expect((await copyDifferences(stores.warehouse, OCTOBER, 10)).filter(({ kind }) => kind === 'missing_there')).toMatchObject([
      { dossier: code(10), receivedOn: '2026-10-02' },
    ]);
    expect(await listIncidents(stores.records, { isOpen: true })).toMatchObject([{ kind: 'late_sync', fromDay: '2026-10-02' }]);
  });

  it('counts in no figure: the city still has eight dossiers', async () => {
    expect(await stores.warehouse.rows(sql`SELECT count() AS n FROM dossier`)).toEqual([{ n: 8 }]);
  });
});
