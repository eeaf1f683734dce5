import { get } from 'node:http';
import { auditPageSchema, problemSchema } from '@evenhand/contracts';
import { partsOf, pdfText, rowsOf } from '@evenhand/exports/testing';
import type { Answer } from '@evenhand/domain';
import { sql } from '@evenhand/warehouse';
import { insertTickets } from '../testing/handful-of-tickets';
import { role } from '../testing/signed-in';
import { startServer, type StartedServer } from '../testing/started-server';

const OCTOBER = 'from=2026-10-01&to=2026-11-01';
const DOSSIER = {
  ...{ source: 'national', dossier_code: 'H/1', point_code: 'P1', field_code: 'land', key_hash: 7, status: 9, supplement_requests: 2 },
  ...{ received_at: '2026-10-05T02:00:00Z', received_on: '2026-10-05', finished_at: '2026-10-07T02:00:00Z', finished_on: '2026-10-07' },
  ...{ due_at: '2026-10-06T02:00:00Z', due_on: '2026-10-06', channel: 'online', file: 'n.csv', line: 1 },
};

describe('files of figures and cases', () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
    await insertTickets(server.stores.warehouse);
    await server.stores.warehouse.insert('dossier', [DOSSIER]);
    await server.stores.warehouse.insert('known_until', [
      { entity: 'dossier', source: 'national', run_id: 1, latest_at: '2026-10-31T10:00:00Z', published_at: '2026-10-31T11:00:00Z' },
    ]);
  });
  afterAll(() => server.stop());

  const bytes = async (path: string): Promise<Buffer> => {
    const response = await server.get(path);
    expect([path, response.status]).toEqual([path, 200]);
    return Buffer.from(await response.arrayBuffer());
  };
  const sheets = async (path: string) => {
    const parts = await partsOf(await bytes(path));
    const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(([, name = '']) => name);
    return new Map(
      names.map((name, index) => [
        name,
        rowsOf(parts.get(`xl/worksheets/sheet${index + 1}.xml`) ?? '').map((row) => row.map(({ text }) => text)),
      ]),
    );
  };
  const lines = async (path: string): Promise<readonly string[]> => pdfText(await bytes(path)).flatMap((page) => page.lines);

  it('cases leave as a workbook with names for codes and minutes for lengths of time', async () => {
    const book = await sheets(`/api/rows/export?metric=tickets&format=xlsx&${OCTOBER}&where=point:P1`);
    const rows = book.get('Các trường hợp');
    expect(rows?.[0]?.slice(0, 5)).toEqual(['Mã phiếu', 'Điểm phục vụ', 'Lấy số lúc', 'Gọi lần đầu', 'Thời gian chờ (phút)']);
    // 01:00 in UTC is 08:00 in Hà Nội: a third of day 46300.
    expect(rows?.[1]?.slice(0, 2)).toEqual(['A1', 'Điểm Ba Đình']);
    expect(Number(rows?.[1]?.[2])).toBeCloseTo(46_300 + 8 / 24, 3);
    expect(rows?.[1]?.[4]).toBe('5');
    expect(rows).toHaveLength(5);
    const notes = new Map(book.get('Ghi chú')?.map(([name, text]) => [name, text]));
    expect([notes.get('Phạm vi'), notes.get('Bộ lọc'), notes.get('Số dòng')]).toEqual(['Thành phố thử', 'Điểm phục vụ: Điểm Ba Đình', '4']);
    expect(notes.get('Kỳ')).toBe('01/10/2026 – 31/10/2026');
  });

  it('cases leave as a PDF that says which columns it has no room for', async () => {
    const text = await lines(`/api/rows/export?metric=tickets&format=pdf&language=en&back=/rows&${OCTOBER}`);
    expect(text).toEqual(expect.arrayContaining(['A1', 'B1', 'Page 1/1']));
    expect(text.join(' ')).toMatch(/Columns not printed: .*Line; the CSV and XLSX files have them/);
    expect(text).toContain(`${server.url}/rows`);
  });

  it('links lead to this server, whatever a request calls it', async () => {
    const { port } = new URL(server.url);
    const linkOf = (host: string): Promise<string> =>
      new Promise((done, failed) => {
        const headers = { host, authorization: `Bearer ${server.owner().token}` };
        const path = `/api/rows/export?metric=tickets&format=pdf&language=en&back=/rows&${OCTOBER}`;
        get({ host: '127.0.0.1', port, path, headers }, (response) => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.on('end', () =>
            done(
              pdfText(Buffer.concat(pieces))
                .flatMap(({ lines: all }) => all)
                .find((line) => line.endsWith('/rows')) ?? '',
            ),
          );
        }).on('error', failed);
      });
    expect(await linkOf('evil.example')).toBe(`http://127.0.0.1:${port}/rows`);
    expect(await linkOf(`localhost:${port}`)).toBe(`http://localhost:${port}/rows`);
  });

  it('a CSV for people ends with its notes, one for programs has none', async () => {
    const people = (await bytes(`/api/rows/export?metric=tickets&head=en&${OCTOBER}`)).toString('utf8');
    expect(people.slice(people.indexOf('\r\n\r\n'))).toContain('Period,01/10/2026 – 31/10/2026\r\n');
    const programs = (await bytes(`/api/rows/export?metric=tickets&head=id&${OCTOBER}`)).toString('utf8');
    expect(programs.trimEnd().split('\r\n')).toHaveLength(6);
  });

  it('figures leave with their cases, bounds, coverage and definition', async () => {
    const book = await sheets(`/api/exports/answer?metrics=long_wait_rate&by=point&exact=true&${OCTOBER}`);
    const [sheet] = [...book.values()];
    expect(sheet?.[0]).toEqual(['Điểm phục vụ', 'Giá trị', 'Cận dưới', 'Cận trên', 'Số trường hợp (n)', 'Số đếm được', 'Độ phủ']);
    expect(sheet?.[1]?.[0]).toBe('Điểm Ba Đình');
    expect(book.get('Ghi chú')?.map(([name]) => name)).toEqual(
      expect.arrayContaining(['Định nghĩa', 'Cách tính', 'Phiên bản định nghĩa', 'Dữ liệu đến']),
    );
  });

  it('a figure that is none leaves as the word that says why', async () => {
    const book = await sheets(`/api/exports/answer?metrics=satisfaction_rate&${OCTOBER}`);
    expect([...book.values()][0]?.[1]?.[0]).toBe('Chưa có dữ liệu');
  });

  it('the life of a dossier leaves with every step of it', async () => {
    const text = await lines(`/api/exports/dossiers/H%2F1/timeline?format=pdf`);
    expect(text).toEqual(expect.arrayContaining(['Diễn biến hồ sơ H/1', 'Tiếp nhận', 'Xử lý xong', '05/10/2026 09:00']));
  });

  it('[F3] breaches of a standard leave as many as there are, under the name of the standard', async () => {
    const { total } = (await (await server.get(`/api/standards/on_time_settlement/breaches?${OCTOBER}`)).json()) as { total: number };
    const response = await server.get(`/api/exports/standards/on_time_settlement/breaches?${OCTOBER}`);
    expect(response.headers.get('x-rows')).toBe(`${total} of ${total}`);
    const book = await sheets(`/api/exports/standards/on_time_settlement/breaches?${OCTOBER}`);
    expect(book.get('Vi phạm')).toHaveLength(total + 1);
    expect(total).toBe(1);
    expect(response.headers.get('content-disposition')).toMatch(
      /filename="\d{8}_thanh-pho-thu_vi-pham-[a-z0-9.-]+\.xlsx"; filename\*=UTF-8''/,
    );
  });

  it('verdicts of a standard leave with the reason where there is none', async () => {
    const book = await sheets(`/api/exports/standards/waiting_time/verdicts?${OCTOBER}`);
    const [sheet] = [...book.values()];
    expect(sheet?.[0]?.slice(0, 5)).toEqual(['Điểm phục vụ', 'Từ ngày', 'Đến ngày', 'Kết luận', 'Vì sao']);
    expect(sheet?.[1]).toEqual(expect.arrayContaining(['Điểm Ba Đình', 'Chưa rõ', 'Nguồn dữ liệu không gửi đủ']));
  });

  it.each([
    ['ii06', 'period=2026-10&calendar=calendar', 'Biểu số II.06'],
    ['quarterly', 'period=2026-Q4', 'Đánh giá việc giải quyết'],
    ['index-766', 'period=2026-10', 'Chỉ số phục vụ người dân'],
  ])('report %s leaves in the frame of an official document, and as a workbook', async (report, query, title) => {
    const text = await lines(`/api/exports/${report}?format=pdf&official=true&${query}`);
    expect(text).toEqual(expect.arrayContaining(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'CHỦ TỊCH']));
    expect(text.join(' ')).toContain(title);
    const book = await sheets(`/api/exports/${report}?format=xlsx&${query}&unit=all`);
    expect([book.has('Ghi chú'), book.size > 1]).toEqual([true, true]);
  });

  it('a question that is none is refused with a sentence, not with a broken file', async () => {
    const response = await server.get(`/api/exports/answer?metrics=long_wait&${OCTOBER}`);
    expect(response.status).toBe(400);
    expect(problemSchema.parse(await response.json()).detail).toContain('Unknown metric "long_wait"');
  });

  it.each(['//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)', 'https://elsewhere.example/'])(
    '[X3] no print leads to %s',
    async (back) => {
      const away = await server.get(`/api/exports/answer?metrics=tickets&${OCTOBER}&format=pdf&back=${encodeURIComponent(back)}`);
      expect([away.status, problemSchema.parse(await away.json()).field]).toEqual([400, 'back']);
    },
  );

  it('[P1] who looks a dossier up by its code leaves a trace that names it', async () => {
    const auditor = await server.as(role('auditor'));
    expect((await auditor.get('/api/dossiers/H%2F1/timeline')).status).toBe(200);
    const { entries } = auditPageSchema.parse(await (await auditor.get('/api/audit?did=/api/dossiers')).json());
    expect(entries.some(({ what }) => what?.includes('H/1'))).toBe(true);
  });

  it('[P2] figures for the public leave in every form without those of fewer than five, which are said to be hidden', async () => {
    const asked = `metrics=tickets&by=point&view=public&exact=true&${OCTOBER}`;
    const answer = (await (await server.get(`/api/answer?${asked}`)).json()) as Answer;
    expect(answer.rows.map(({ values }) => [values['tickets']?.value, values['tickets']?.reason])).toEqual([
      [null, 'suppressed'],
      [null, 'suppressed'],
    ]);
    const csv = (await bytes(`/api/exports/answer?${asked}&format=csv`)).toString('utf8');
    const shown = csv.slice(0, csv.indexOf('\r\n\r\n')).split('\r\n').slice(1);
    expect(shown.map((line) => line.split(',').slice(0, 2))).toEqual([
      ['Điểm Ba Đình', 'Đã ẩn'],
      ['Điểm lưu động', 'Đã ẩn'],
    ]);
    const print = await lines(`/api/exports/answer?${asked}&format=pdf`);
    expect(print.join(' ')).toContain('Đã ẩn');
    expect(print).not.toContain('4');
  });

  it('[X1] text that looks like a formula stays text in every format', async () => {
    await server.stores.warehouse.run(sql`ALTER TABLE ticket UPDATE counter = '=1+1' WHERE ticket_id = 'A1' SETTINGS mutations_sync = 1`);
    const parts = await partsOf(await bytes(`/api/rows/export?metric=tickets&format=xlsx&${OCTOBER}`));
    const cells = rowsOf(parts.get('xl/worksheets/sheet1.xml') ?? '').flat();
    expect(cells.find(({ text }) => text === '=1+1')).toMatchObject({ type: 'inlineStr', isFormula: false });
    expect((await bytes(`/api/rows/export?metric=tickets&${OCTOBER}`)).toString('utf8')).toContain(`"'=1+1"`);
  });
});
