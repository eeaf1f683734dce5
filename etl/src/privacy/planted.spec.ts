import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTRACTS } from '../contract/contracts';
import { ENTITIES } from '../contract/entity-contract';
import { listRuns } from '@evenhand/records';
import { identifier, sql } from '@evenhand/warehouse';
import { loadSource } from '../load/load-source';
import { replayQuarantine } from '../quarantine/replay';
import { Scratch } from '../load/scratch-stores';
import type { Stores } from '../stores';

const NOW = new Date('2026-11-01T00:00:00Z');
const PERSON = {
  name: 'Nguyễn Thị Thử',
  officer: 'Trần Văn Mẫu',
  plainName: 'LE THI BICH',
  phone: '0912345678',
  spacedPhone: '0987 654 321',
  identity: '001099012345',
  mail: 'thu.nguyen@example.vn',
  address: 'Số 12 ngõ 34 phố Thử Nghiệm',
} as const;
const PLANTED = Object.values(PERSON);

const scratch = new Scratch();
let stores: Stores;
beforeAll(async () => void (stores = await scratch.open()), 60_000);
afterAll(async () => {
  await stores.close();
  scratch.remove();
});

const load = (source: string, ...files: string[]) => loadSource(stores, { source, files }, undefined, NOW);

/** Every text that stands in some table of the engine, with the table's name. */
async function storedTexts(): Promise<string[]> {
  const columns = await stores.warehouse.rows<{ stored: string; columns: string[] }>(sql`
    SELECT table AS stored, groupArray(name) AS columns FROM system.columns
    WHERE database = currentDatabase() AND (type LIKE '%String%') GROUP BY stored ORDER BY stored`);
  const texts: string[] = [];
  for (const { stored, columns: all } of columns)
    for (const column of all) {
      const rows = await stores.warehouse.rows<{ t: string }>(
        sql`SELECT DISTINCT toString(${identifier(column)}) AS t FROM ${identifier(stored)}`,
      );
      texts.push(...rows.map(({ t }) => t));
    }
  return texts;
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** A part of a table that the engine has merged into another one goes in its own time. */
function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (existsSync(file)) throw error;
    return Buffer.alloc(0);
  }
}

const TICKET = 'SELECT id AS ticket_id, point AS point_code, counter, agent, issued AS issued_at, outcome, phone AS contact FROM input';
const HEADER = 'id,point,counter,agent,issued,outcome,phone';
const csv = [
  HEADER,
  `t1,P1,1,${PERSON.officer},2026-10-05 08:00:00,served,${PERSON.phone}`,
  `t2,P1,1,${PERSON.plainName},2026-10-05 08:00:00,served,${PERSON.spacedPhone}`,
  // Refused: a name where an instant belongs, a name and an address in the columns beside it, a line cut short, a number as a code.
  `t3,P1,1,${PERSON.officer},${PERSON.name},served,${PERSON.identity}`,
  `t4,${PERSON.name},${PERSON.address},${PERSON.officer},never,served,${PERSON.mail}`,
  `t5,P1,${PERSON.officer},2026-10-05 08:00:00`,
  `t6,P1,${PERSON.phone},${PERSON.officer},2026-10-05 08:00:00,served,`,
  `t7,P1,1,x,2026-10-05 08:00:00,${PERSON.mail},`,
];
const dossier = {
  ...{ MaHoSo: '000.00.004.H26-261005-0001', MaDinhDanh: '000.00.004.H26', KenhThucHien: '2', TrangThaiHoSo: '9' },
  ...{ ChuHoSo: PERSON.name, SoGiayToChuHoSo: PERSON.identity, SoDienThoai: PERSON.phone, Email: PERSON.mail, DiaChi: PERSON.address },
  ...{ NguoiNhanHoSo: PERSON.officer, GhiChu: `Gọi ${PERSON.name} ${PERSON.phone}`, NgayNopHoSo: '20261005080000' },
  ...{ NgayTiepNhan: '20261005090000', NgayHenTra: '20261015170000', NgayKetThucXuLy: '20261012100000' },
  TaiLieuNop: [{ DuongDanTaiTepTin: '/tep/1.pdf', TenTepDinhKem: PERSON.name }],
  DanhSachGiayToKetQua: [{ DuongDanTepTinKetQua: '/tep/1.pdf' }],
};
const step = {
  ...{ MaHoSo: dossier.MaHoSo, NguoiXuLy: PERSON.officer, ChucDanh: 'Chuyên viên', ThoiDiemXuLy: '20261005100000' },
  ...{ PhongBanXuLy: 'Bộ phận Một cửa', NoiDungXuLy: `Mời ông ${PERSON.name} ${PERSON.phone} bổ sung`, TrangThai: '2' },
};

describe('no name, number or address that a source tells', () => {
  const national = join(__dirname, '../../sources/national-dossiers');

  beforeAll(async () => {
    await load(scratch.source('kiosk', { ticket: TICKET }), scratch.file('kiosk.csv', csv));
    const lines = csv
      .slice(1)
      .map((line) => JSON.stringify(Object.fromEntries(HEADER.split(',').map((name, index) => [name, line.split(',')[index]]))));
    const fromJson = TICKET.replace(/(\w+) AS (\w+)/g, "JSONExtractString(record, '$1') AS $2").replace(
      /(counter|agent|outcome),/g,
      "JSONExtractString(record, '$1') AS $1,",
    );
    const json = scratch.source('kiosk-json', { ticket: fromJson }, ['read: { format: JSONEachRow }']);
    await load(json, scratch.file('kiosk.jsonl', lines));
    const document = (data: object[]) => [JSON.stringify({ service: 'x', data })];
    await load(national, scratch.file('x_DongBoHoSoMC.json', document([dossier, { ...dossier, TrangThaiHoSo: PERSON.name }])));
    await load(national, scratch.file('x_CapNhatTienDoHoSoMC.json', document([step, { ...step, ThoiDiemXuLy: PERSON.name }])));
    const told = 'id AS intervention_id, kind, point AS point_code, since AS started_on, title AS title_vi';
    const changes = scratch.source('changes', { intervention: `SELECT ${told} FROM input` });
    const titles = [`i1,campaign,P1,2026-10-05,Gọi số ${PERSON.spacedPhone}`, 'i2,campaign,P1,2026-10-05,Thêm một quầy'];
    await load(changes, scratch.file('changes.csv', ['id,kind,point,since,title', ...titles]));
    await replayQuarantine(stores, {}, undefined, NOW);
  }, 120_000);

  it('was without effect: good records are there, bad ones in quarantine', async () => {
    const [n] = await stores.warehouse.rows(sql`
      SELECT (SELECT count() FROM ticket) AS tickets, (SELECT count() FROM dossier) AS dossiers, (SELECT count() FROM dossier_event) AS steps,
        (SELECT count() FROM quarantine) AS quarantined, (SELECT any(is_result_copied) FROM dossier) AS copied`);
    expect(n).toMatchObject({ tickets: 4, dossiers: 1, steps: 1, copied: 1 });
    expect((n as { quarantined: number }).quarantined).toBeGreaterThanOrEqual(11);
  });

  it('[P1] stands in a column of a table', async () => {
    const texts = await storedTexts();
    expect(texts.length).toBeGreaterThan(20);
    for (const planted of PLANTED) expect(texts.filter((text) => text.includes(planted))).toEqual([]);
  });

  it('[P4] stands in a title that charts show: the record waits in quarantine', async () => {
    expect(await stores.warehouse.rows(sql`SELECT title_vi FROM intervention`)).toEqual([{ title_vi: 'Thêm một quầy' }]);
    const [refused] = await stores.warehouse.rows<{ reasons: string[] }>(sql`SELECT reasons FROM quarantine WHERE entity = 'intervention'`);
    expect(refused?.reasons).toEqual(['personal_number']);
  });

  it('[P4] stands in a column for what people said: no kind of record has one', () => {
    const names = ENTITIES.flatMap((entity) => CONTRACTS[entity].columns.map(({ name }) => name));
    expect(names.filter((name) => /comment|remark|opinion|note$|content|description|full_?name|address/.test(name))).toEqual([]);
  });

  it('stands in what a run says', async () => {
    const runs = JSON.stringify(await listRuns(stores.records));
    for (const planted of PLANTED) expect(runs).not.toContain(planted);
  });

  it('[P1] stands in the bytes of the data folder', async () => {
    await stores.warehouse.run(sql`SYSTEM STOP MERGES`);
    const files = filesBelow(stores.folder.path);
    expect(files.length).toBeGreaterThan(20);
    const holdsPlanted = (bytes: Buffer): boolean => PLANTED.some((planted) => bytes.includes(planted));
    const harmed = files.filter((file) => holdsPlanted(bytesOf(file)));
    expect(harmed).toEqual([]);
  });

  it('keeps two tellings of one person apart: an officer is one in all sources, a contact however it is written', async () => {
    const [officers] = await stores.warehouse.rows(sql`
      SELECT uniqExact(agent) AS n FROM (SELECT agent FROM ticket WHERE ticket_id = 't1' UNION ALL SELECT agent FROM dossier UNION ALL SELECT agent FROM dossier_event)`);
    expect(officers).toEqual({ n: 1 });
  });
});
