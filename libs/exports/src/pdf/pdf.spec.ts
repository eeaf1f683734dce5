import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { type Batch, tableOf } from '../document';
import { fitting, MOST_PDF_ROWS } from '../limits';
import { pdfText } from '../testing/pdf-text';
import { COLUMNS, sample } from '../testing/sample';
import { pdfOf } from './pdf';

const pages = async (document: Parameters<typeof pdfOf>[0]) => pdfText(await buffer(pdfOf(document)));
const rows = (count: number): Batch => Array.from({ length: count }, (_, index) => [`H${index}`, '2026-10-01', null, index, 0.5]);

describe('a PDF', () => {
  it('holds selectable Vietnamese text, every mark of it', async () => {
    const text = 'Nghĩa vụ, thưởng, hợp lẽ: ẳ ặ ẵ ễ ệ ỗ ộ ỡ ợ ữ ự ỵ ỹ Đ đ';
    const [page] = await pages(sample([[text, null, null, 1234.5, 0.159]], { lead: [text] }));
    expect(page?.lines).toContain(text);
    expect(page?.lines).toEqual(
      expect.arrayContaining(['Hồ sơ trễ hạn theo điểm phục vụ', 'Kỳ: 01/10/2026 – 31/10/2026', '1.234,5', '15,9\u00a0%', '–']),
    );
  });

  it('is upright, or lies where the columns are many', async () => {
    const [upright] = await pages(sample(rows(1)));
    const wide = tableOf('x', [...COLUMNS, ...COLUMNS], []);
    const [lying] = await pages(sample([], { tables: [wide] }));
    expect([upright, lying].map((page) => [Math.round(page?.width ?? 0), Math.round(page?.height ?? 0)])).toEqual([
      [595, 842],
      [842, 595],
    ]);
  });

  it('repeats its head and the head of the table on every page, numbers the pages and leaves out no row', async () => {
    const all = await pages(sample(rows(150)));
    expect(all.length).toBeGreaterThan(2);
    all.forEach(({ lines }, index) => {
      expect([index, lines.includes('Mã hồ sơ')]).toEqual([index, lines.some((line) => /^H\d+$/.test(line))]);
      expect(lines.join(' ')).toContain('Kỳ: 01/10/2026 – 31/10/2026');
      expect(lines).toContain('Dữ liệu mô phỏng');
      expect(lines).toContain(`Trang ${index + 1}/${all.length}`);
    });
    const codes = all.flatMap(({ lines }) => lines.filter((line) => /^H\d+$/.test(line)));
    expect(codes).toEqual(rows(150).map(([code]) => code));
  });

  it('says how many of how many rows it holds where a print would be too long', async () => {
    const [table] = sample([]).tables;
    const long = sample([], { tables: table === undefined ? [] : [{ ...table, total: 6000, shown: 6000 }] });
    const [page] = await pages(fitting(long, 'pdf'));
    expect(MOST_PDF_ROWS).toBe(5000);
    expect(page?.lines.join(' ')).toContain('Số dòng: 5.000 trên 6.000: bản in dài hơn không ai đọc được');
  });

  it('has the frame that Decree 30/2020/NĐ-CP asks for', async () => {
    const official = { parent: 'Ủy ban nhân dân', agency: 'Phường Yên Sở', place: 'Yên Sở', kind: 'BÁO CÁO', signer: 'Chủ tịch' };
    const [page] = await pages(sample(rows(1), { official }));
    expect(page?.lines).toEqual(
      expect.arrayContaining([
        'ỦY BAN NHÂN DÂN',
        'PHƯỜNG YÊN SỞ',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'Yên Sở, ngày …… tháng …… năm ……',
        'BÁO CÁO',
        'Nơi nhận:',
        'CHỦ TỊCH',
      ]),
    );
  });

  it('[X2][F4] shows addresses and markup as text: nothing in it runs, opens or fetches anything', async () => {
    const hostile = ['<img src="file:///etc/passwd">', 'javascript:app.alert(1)', 'file:///etc/passwd', '(a) Tj /URI (x)'];
    const document = sample(hostile.map((text) => [text, null, null, 1, 1]));
    const bytes = await buffer(pdfOf(document));
    const [page] = pdfText(bytes);
    for (const text of hostile) expect(page?.lines.join('')).toContain(text);
    const objects = bytes.toString('latin1').replace(/stream\n[\s\S]*?endstream/g, '');
    expect(objects).not.toMatch(/\/(URI|JS|JavaScript|Launch|SubmitForm|ImportData|GoToR|OpenAction|AA|EmbeddedFile|RichMedia|Image)\b/);
  });

  it('breaks words that are wider than their column, and rows never across pages', async () => {
    const code = '000.00.19.H26-261001-'.repeat(12);
    const all = await pages(sample(Array.from({ length: 40 }, () => [code, null, null, 1, 1])));
    const pieces = all.map(({ lines }) => lines.filter((line) => line !== '' && code.includes(line) && line.length > 4).join(''));
    pieces.forEach((text) => expect(text.length % code.length).toBe(0));
    expect(pieces.join('')).toBe(code.repeat(40));
  });

  it('ends the reading of rows when nobody takes it any more', async () => {
    let isEnded = false;
    async function* endless(): AsyncGenerator<Batch> {
      try {
        for (;;) {
          await wait(0);
          yield rows(10);
        }
      } finally {
        isEnded = true;
      }
    }
    const stream = pdfOf(sample([], { tables: [{ ...tableOf('x', COLUMNS, []), rows: endless() }] }));
    stream.on('error', () => undefined);
    await wait(200);
    stream.destroy();
    await wait(200);
    expect(isEnded).toBe(true);
  });
});
