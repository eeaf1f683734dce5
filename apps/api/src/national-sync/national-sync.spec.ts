import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { answerSchema } from '@evenhand/contracts';
import { revokeSender } from '@evenhand/records';
import { param, sql } from '@evenhand/warehouse';
import { pino } from 'pino';
import { startServer, type StartedServer } from '../testing/started-server';
import { APPLICANT, dossier, dossierCode, eventually, statusesOf, step, syncSender, type SyncSender } from '../testing/sync-sender';
import { SYNC_DEFAULTS } from './sync-settings';

describe('the national dossier sync over HTTP', () => {
  const lines: string[] = [];
  let server: StartedServer;
  let sender: SyncSender;
  beforeAll(async () => {
    server = await startServer(pino({ level: 'info' }, { write: (line) => void lines.push(line) }), {
      sync: { ...SYNC_DEFAULTS, largestCall: 200_000 },
    });
    sender = await syncSender(server, 'so-tu-phap');
  });
  afterAll(() => server.stop());

  const waitingFiles = (): string[] =>
    readdirSync(join(server.data, 'landing', 'national-dossiers')).filter((name) => name.endsWith('.json'));
  /** Everything that was accepted has been loaded. */
  const settled = () =>
    eventually(
      () => Promise.resolve(waitingFiles()),
      (files) => files.length === 0,
    );
  const counted = async (): Promise<object> => {
    const [row] = await server.stores.warehouse.rows<object>(sql`
      SELECT (SELECT count() FROM dossier) AS dossiers, (SELECT count() FROM dossier_version) AS tellings,
        (SELECT count() FROM dossier_event) AS steps, (SELECT count() FROM dossier_event_version) AS step_tellings`);
    return row ?? {};
  };
  const received = async (): Promise<number | null | undefined> => {
    const response = await server.get('/api/answer?metrics=dossiers_received,dossier_steps&from=2026-10-01&to=2026-11-01&exact=true');
    return answerSchema.parse(await response.json()).rows[0]?.values['dossiers_received']?.value;
  };

  it('takes dossiers and steps, which are in the answers soon after', async () => {
    const reply = await sender.tell([dossier(1), dossier(2, { TrangThaiHoSo: '4', NgayKetThucXuLy: '' })]);
    expect(reply).toMatchObject({ status: 200, error_code: '0', message: 'Đã nhận 2 bản ghi.' });
    expect(await sender.step([step(1)])).toMatchObject({ status: 200, error_code: '0' });
    expect(await eventually(received, (value) => value === 2)).toBe(2);
    await settled();
    expect(await counted()).toEqual({ dossiers: 2, tellings: 2, steps: 1, step_tellings: 1 });
  });

  it('changes nothing when the same call comes twice', async () => {
    const before = await counted();
    for (const isUpdating of ['True', 'True'] as const)
      expect(await sender.tell([dossier(1), dossier(2, { TrangThaiHoSo: '4', NgayKetThucXuLy: '' })], isUpdating)).toMatchObject({
        error_code: '0',
      });
    for (let time = 0; time < 2; time++) expect(await sender.step([step(1)])).toMatchObject({ error_code: '0' });
    await settled();
    expect(await counted()).toEqual(before);
  });

  it('says -3 when a dossier exists and takes nothing of the call, until it is sent as an update', async () => {
    const again = [dossier(3), dossier(2, { TrangThaiHoSo: '9' })];
    const refused = await sender.tell(again);
    expect(refused).toMatchObject({ status: 200, error_code: '-3' });
    expect(refused.message).toContain(`${dossierCode(2)} đã tồn tại`);
    await settled();
    expect(await statusesOf(server, [dossierCode(2), dossierCode(3)])).toEqual({ [dossierCode(2)]: 4 });
    expect(await sender.tell(again, 'True')).toMatchObject({ error_code: '0' });
    await settled();
    expect(await statusesOf(server, [dossierCode(2), dossierCode(3)])).toEqual({ [dossierCode(2)]: 9, [dossierCode(3)]: 9 });
  });

  it('says -3 also while the first telling waits to be loaded, however close the second follows', async () => {
    const replies = await Promise.all([sender.tell([dossier(4)]), sender.tell([dossier(4)])]);
    expect(replies.map(({ error_code }) => error_code).toSorted()).toEqual(['-3', '0']);
  });

  it('knows a dossier by the sender that told it, not by another whose name ends alike', async () => {
    const other = await syncSender(server, 'tu-phap');
    await settled();
    expect(await other.tell([dossier(1)])).toMatchObject({ error_code: '0' });
    expect(await other.tell([dossier(1)])).toMatchObject({ error_code: '-3' });
  });

  it('takes two senders at once', async () => {
    const senders = [await syncSender(server, 'cua-nam'), await syncSender(server, 'yen-so')];
    const numbers = [0, 1, 2, 3, 4];
    const replies = await Promise.all(
      senders.flatMap((one, place) => numbers.map((number) => one.tell([dossier(100 + 10 * place + number)]))),
    );
    expect(replies.map(({ error_code }) => error_code)).toEqual(Array.from({ length: 10 }, () => '0'));
    await settled();
    const codes = [0, 1].flatMap((place) => numbers.map((number) => dossierCode(100 + 10 * place + number)));
    expect(Object.keys(await statusesOf(server, codes))).toHaveLength(10);
  });

  it('comes to the same whether steps arrive before or after their dossier', async () => {
    await sender.step([step(201), step(201, { ThoiDiemXuLy: '20261012100000', TrangThai: '9' })]);
    await settled();
    await sender.tell([dossier(201)]);
    await sender.tell([dossier(202)]);
    await settled();
    await sender.step([step(202, { ThoiDiemXuLy: '20261012100000', TrangThai: '9' }), step(202)]);
    await settled();
    const rows = await server.stores.warehouse.rows<object>(sql`
      SELECT dossier_code AS code, d.status AS state, groupArray((e.happened_at, e.status)) AS steps
      FROM dossier AS d JOIN (SELECT * FROM dossier_event ORDER BY happened_at) AS e USING (dossier_code)
      WHERE dossier_code IN ${param('Array(String)', [dossierCode(201), dossierCode(202)])} GROUP BY code, state ORDER BY code`);
    expect(rows).toHaveLength(2);
    const [first, second] = rows.map((row) => ({ ...row, code: '' }));
    expect(first).toEqual(second);
  });

  it('keeps a dossier that nobody has received yet in quarantine, until its reception is told', async () => {
    const unreceived = { NgayTiepNhan: '', NgayHenTra: '', NgayKetThucXuLy: '', TrangThaiHoSo: '1' };
    expect(await sender.tell([dossier(250, unreceived)])).toMatchObject({ error_code: '0' });
    await settled();
    expect(await server.stores.warehouse.rows(sql`SELECT reasons FROM quarantine`)).toEqual([{ reasons: ['received_at_missing'] }]);
    expect(await sender.tell([dossier(250)], 'True')).toMatchObject({ error_code: '0' });
    await settled();
    expect(await statusesOf(server, [dossierCode(250)])).toEqual({ [dossierCode(250)]: 9 });
  });

  describe('refuses a record and takes nothing of its call', () => {
    it.each([
      ['a day no calendar has', { NgayTiepNhan: '20260230080000' }, 'trường NgayTiepNhan là "20260230080000"; phải viết yyyyMMddHHmmss'],
      ['a status that is none', { TrangThaiHoSo: '11' }, 'trường TrangThaiHoSo là "11"; chỉ nhận từ 1 đến 10'],
      ['a number instead of text', { MaTTHC: 2.1 }, 'trường MaTTHC là 2.1; phải là chuỗi ký tự'],
      ['a reception that is missing', { NgayTiepNhan: '' }, 'trường NgayTiepNhan là ""; phải có khi TrangThaiHoSo khác 1, 3, 7'],
      [
        'a fee that is no number',
        { DanhSachLePhi: [{ Gia: '50.000' }] },
        'trường DanhSachLePhi[0].Gia là "50.000"; phải là số nguyên đồng',
      ],
    ])('with %s', async (_, fields, sentence) => {
      const reply = await sender.tell([dossier(301), dossier(302, fields)]);
      expect(reply).toMatchObject({ status: 200, error_code: '-2' });
      expect(reply.message).toContain(`Hồ sơ "${dossierCode(302)}": ${sentence}`);
      expect(reply.message).toBe(reply.message.normalize('NFC'));
      await settled();
      expect(await statusesOf(server, [dossierCode(301)])).toEqual({});
    });

    it('without a code, naming its place', async () => {
      const reply = await sender.step([step(1), step(1, { MaHoSo: 'abc' }), {}]);
      expect(reply).toMatchObject({ error_code: '-2', message: expect.stringContaining('Hồ sơ "abc": trường MaHoSo là "abc"; phải viết') });
      expect((await sender.step([{}])).message).toContain('Bản ghi thứ 1: trường MaHoSo không có');
    });
  });

  it.each([
    ['no JSON', '{"service":', 'Nội dung lời gọi không phải JSON.'],
    ['a list', [], 'Lời gọi phải là một đối tượng JSON.'],
    ['another service', { service: 'TraCuuHoSo', data: [] }, 'Trường service là "TraCuuHoSo"; chỉ nhận DongBoHoSoMC, CapNhatTienDoHoSoMC.'],
    ['no isUpdating', { service: 'DongBoHoSoMC', data: [dossier(1)] }, 'Trường isUpdating không có; chỉ nhận True, False.'],
    ['no records', { service: 'CapNhatTienDoHoSoMC', data: [] }, 'Trường data là []; phải có ít nhất một bản ghi.'],
    ['a prototype', '{"service":"DongBoHoSoMC","__proto__":{}}', 'tên trường không được dùng'],
    ['half a character', { service: 'CapNhatTienDoHoSoMC', data: [step(1, { GhiChu: '\ud800' })] }, 'không phải Unicode'],
  ])('refuses a call with %s in one sentence', async (_, body, sentence) => {
    const reply = await sender.post(body);
    expect(reply).toMatchObject({ status: 200, error_code: '-1' });
    expect(reply.message).toContain(sentence);
  });

  it('knows no sender without its token, and none that was revoked', async () => {
    const gone = await syncSender(server, 'da-nghi');
    await revokeSender(server.stores.records, 'da-nghi');
    const headers = [{}, { authorization: 'Bearer ' }, { authorization: 'Basic x' }, { authorization: `Bearer ${gone.token}` }];
    for (const header of headers) {
      const response = await server.post(
        '/api/national-sync',
        { service: 'DongBoHoSoMC', isUpdating: 'False', data: [dossier(1)] },
        header,
      );
      expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
      expect(await response.json()).toMatchObject({ error_code: '-4' });
    }
  });

  it('refuses a call that is too large, and hears the next', async () => {
    const large = await sender.tell([dossier(1, { TrichYeuHoSo: 'x'.repeat(1_000_000) })]);
    expect(large).toMatchObject({ status: 413, error_code: '-5' });
    expect(large.message).toContain('lớn hơn 200000 byte');
    expect(await sender.step([step(1)])).toMatchObject({ status: 200, error_code: '0' });
  });

  it('[P1] keeps the applicant out of the warehouse, and the token and the body out of the log', async () => {
    await settled();
    const tables = await server.stores.warehouse.rows<{ name: string }>(sql`
      SELECT name FROM system.tables WHERE database = currentDatabase() AND (name LIKE 'dossier%' OR name = 'quarantine') ORDER BY name`);
    expect(tables.length).toBeGreaterThan(3);
    const facts = await server.stores.warehouse.rows<{ row: string }>(sql`
      SELECT toString(tuple(*)) AS row FROM dossier_version UNION ALL SELECT toString(tuple(*)) FROM dossier_event_version
      UNION ALL SELECT toString(tuple(*)) FROM quarantine`);
    expect(facts.length).toBeGreaterThan(10);
    for (const planted of Object.values(APPLICANT)) {
      expect(facts.filter(({ row }) => row.includes(planted))).toEqual([]);
      expect(lines.filter((line) => line.includes(planted))).toEqual([]);
    }
    expect(lines.filter((line) => line.includes(sender.token))).toEqual([]);
  });
});
