import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { type Batch, tableOf } from '../document';
import { fitting } from '../limits';
import { partsOf, rowsOf } from '../testing/book-text';
import { COLUMNS, sample } from '../testing/sample';
import { MOST_XLSX_ROWS, sheetNames, xlsxOf } from './book';

const parts = async (document: Parameters<typeof xlsxOf>[0]) => partsOf(await buffer(xlsxOf(document)));
const sheet = async (rows: Batch) => rowsOf((await parts(sample(rows))).get('xl/worksheets/sheet1.xml') ?? '');

describe('a workbook', () => {
  it('has a sheet of rows and one of notes, each of them strict XML', async () => {
    const all = await parts(sample([['H1', null, null, null, null]]));
    expect([...all.keys()].sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
    expect(all.get('xl/workbook.xml')).toContain('<sheet name="Ghi chú" sheetId="2"');
  });

  it('holds numbers as numbers, days and instants as days of the calendar in the zone of the city', async () => {
    const [, row] = await sheet([['H1', '2026-10-01', '2026-10-05T09:30:00Z', -12.5, 0.25]]);
    // 1 October 2026 is day 46296 of the calendar; 09:30 in UTC is 16:30 in Hà Nội, 0.6875 of a day.
    expect(row?.map(({ type, text }) => [type, text])).toEqual([
      ['inlineStr', 'H1'],
      ['n', '46296'],
      ['n', '46300.6875'],
      ['n', '-12.5'],
      ['n', '0.25'],
    ]);
  });

  it('writes a word in a column of numbers as text, and nothing where there is nothing', async () => {
    const [, row] = await sheet([['H1', null, '', 'Chưa rõ', 'Đã ẩn']]);
    expect(row?.map(({ place, type, text }) => [place, type, text])).toEqual([
      ['A2', 'inlineStr', 'H1'],
      ['D2', 'inlineStr', 'Chưa rõ'],
      ['E2', 'inlineStr', 'Đã ẩn'],
    ]);
  });

  it.each(['=1+1', '@SUM(A1)', '+1', '-1', '\t=1', '＝1', '<f>1</f>', '_x003D_1', ']]>', '\u0000\u0001', 'a & "b" <c>', '\ud800'])(
    '[X1] keeps %j as text, whatever it looks like',
    async (text) => {
      const [, row] = await sheet([[text, null, null, null, null]]);
      expect(row?.[0]).toMatchObject({ type: 'inlineStr', isFormula: false });
      expect((row?.[0]?.text ?? '').replace('_x005F_', '_')).toBe(text.replace(/[\u0000\u0001\ud800]/g, '\ufffd')); // eslint-disable-line no-control-regex
    },
  );

  it('says in its notes what it covers, how many rows it has and what its marks mean', async () => {
    const notes = rowsOf((await parts(sample([['H1', null, null, null, null]]))).get('xl/worksheets/sheet2.xml') ?? '');
    expect(notes.map((row) => row.map(({ text }) => text))).toEqual([
      ['Mục', 'Nội dung'],
      ['Tên', 'Hồ sơ trễ hạn theo điểm phục vụ'],
      ['Lưu ý', 'Dữ liệu mô phỏng'],
      ['Phạm vi', 'Thành phố Hà Nội'],
      ['Kỳ', '01/10/2026 – 31/10/2026'],
      ['Dữ liệu đến', '31/10/2026 17:00'],
      ['Số dòng', '1'],
      ['Đã ẩn', 'Số dưới 5 được ẩn.'],
    ]);
  });

  it('holds as many rows as a sheet of Excel and says of how many', async () => {
    const total = MOST_XLSX_ROWS + 5;
    const [table] = sample([]).tables;
    const { tables } = fitting(sample([], { tables: table === undefined ? [] : [{ ...table, shown: total, total }] }), 'xlsx');
    expect(tables[0]).toMatchObject({ shown: 1_048_575, total: 1_048_580 });
    const notes = (await parts(sample([], { tables }))).get('xl/worksheets/sheet2.xml');
    expect(notes).toContain('1.048.575 trên 1.048.580: một trang tính Excel chứa tối đa 1.048.576 dòng');
  });

  it('keeps its head in sight', async () => {
    expect((await parts(sample([]))).get('xl/worksheets/sheet1.xml')).toContain(
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    );
  });

  it('names sheets as Excel allows, each of them once', () => {
    expect(sheetNames(['a/b: [c]?', 'A b c', '', "'x'", 'd'.repeat(40)])).toEqual(['a b c', 'A b c (2)', 'Sheet', 'x', 'd'.repeat(31)]);
  });

  it('reads rows no faster than it is taken, and ends their reading when nobody takes it any more', async () => {
    let made = 0;
    let isEnded = false;
    async function* endless(): AsyncGenerator<Batch> {
      try {
        for (;;) {
          await wait(0);
          yield Array.from({ length: 1000 }, () => [`H${Math.random()}`, null, null, made++, null]);
        }
      } finally {
        isEnded = true;
      }
    }
    const stream = xlsxOf(sample([], { tables: [{ ...tableOf('x', COLUMNS, []), rows: endless() }] }));
    stream.once('readable', () => undefined);
    await wait(600);
    const paused = made;
    await wait(200);
    expect([made - paused, paused > 0]).toEqual([0, true]);
    stream.destroy();
    await wait(100);
    expect(isEnded).toBe(true);
  });

  it('breaks off with the error of its rows', async () => {
    async function* broken(): AsyncGenerator<Batch> {
      yield [['H1', null, null, null, null]];
      throw new Error('the engine went away');
    }
    const stream = xlsxOf(sample([], { tables: [{ ...tableOf('x', COLUMNS, []), rows: broken() }] }));
    await expect(buffer(stream)).rejects.toThrow('the engine went away');
  });
});
