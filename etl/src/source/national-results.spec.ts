import { sql } from '@evenhand/warehouse';
import { loadSource } from '../load/load-source';
import { Scratch } from '../load/scratch-stores';
import type { Stores } from '../stores';

const scratch = new Scratch();
let stores: Stores;
beforeAll(async () => {
  stores = await scratch.open();
}, 60_000);
afterAll(async () => {
  await stores.close();
  scratch.remove();
});

const dossier = (number: number, results: readonly object[]): object => ({
  ...{ MaHoSo: `000.03.340.H26-261005-000${number}`, MaTTHC: '1.001193', KenhThucHien: '2', TrangThaiHoSo: '9' },
  ...{ NgayTiepNhan: '20261005080000', NgayHenTra: '20261008170000', NgayKetThucXuLy: '20261007100000' },
  TaiLieuNop: [{ DuongDanTaiTepTin: 'papers/1.pdf' }],
  DanhSachGiayToKetQua: results,
});

describe('the results of dossiers of the national sync', () => {
  it('count wherever their file lies, and are recognised as copies of what was submitted', async () => {
    const data = [
      dossier(1, []),
      dossier(2, [{ MaGiayToKetQua: 'KQ2' }]),
      dossier(3, [{ MaGiayToKetQua: 'KQ3', DuongDanTepTinKetQua: 'results/3.pdf' }]),
      dossier(4, [{ MaGiayToKetQua: 'KQ4', DuongDanTepTinKetQua: 'papers/1.pdf' }]),
      dossier(5, [{}]),
    ];
    const file = scratch.file('a-DongBoHoSoMC.json', [JSON.stringify({ service: 'DongBoHoSoMC', isUpdating: 'False', data })]);
    await loadSource(stores, { source: 'etl/sources/national-dossiers', files: [file] }, undefined, new Date('2026-10-09T00:00:00Z'));
    const rows = await stores.warehouse.rows(
      sql`SELECT right(dossier_code, 1) AS number, has_electronic_result AS result, is_result_copied AS copied FROM dossier ORDER BY number`,
    );
    expect(rows).toEqual([
      { number: '1', result: 0, copied: 0 },
      { number: '2', result: 1, copied: 0 },
      { number: '3', result: 1, copied: 0 },
      { number: '4', result: 1, copied: 1 },
      { number: '5', result: 1, copied: 0 },
    ]);
  });
});
