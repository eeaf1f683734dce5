import { type ScratchBook, writeBook, writeZip } from '../scratch-zip';
import { convertXlsx, type SheetSettings } from './convert-xlsx';
import { ScratchTables } from './scratch-tables';

const scratch = new ScratchTables();
afterAll(() => scratch.remove());

const cell = (reference: string, value: string | number, rest = ''): string => `<c r="${reference}" ${rest}><v>${value}</v></c>`;
const inline = (reference: string, text: string): string => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, ...cells: readonly string[]): string => `<row r="${number}">${cells.join('')}</row>`;
const HEADER = row(1, inline('A1', 'Mã'), inline('B1', 'Lúc'));

const book = (content: ScratchBook): string => writeBook(scratch.place('book.xlsx'), content);
const sheetOf = (path: string, settings: Partial<SheetSettings> = {}): Promise<string[][]> =>
  scratch.linesOf((table) => convertXlsx(path, { sheet: undefined, headerRow: 1, ...settings }, table));
const refusalOf = (content: ScratchBook, settings: Partial<SheetSettings> = {}): Promise<unknown> =>
  sheetOf(book(content), settings).then(
    () => 'it was read',
    (error: unknown) => String(error).replaceAll(scratch.path, ''),
  );

describe('a sheet', () => {
  it('gives its rows by their number in the sheet, blank rows left out, rows wider than the header torn', async () => {
    const rows = [
      HEADER,
      row(2, inline('A2', 'a')),
      row(4, '<c r="A4" s="0"/>'),
      row(7, inline('B7', 'b')),
      row(8, inline('A8', 'c'), inline('D8', 'Cộng')),
    ];
    expect(await sheetOf(book({ rows: rows.join('') }))).toEqual([
      ['_line', '_is_torn', 'Mã', 'Lúc'],
      ['2', '0', 'a', ''],
      ['7', '0', '', 'b'],
      ['8', '1', 'c', ''],
    ]);
  });

  it('writes dates and times as ISO text, and knows both calendars and their day that never was', async () => {
    const formats = { 164: 'dd/mm/yyyy hh:mm', 165: '[$-42A]dd "tháng" mm', 166: '[h]:mm', 167: '#,##0.00 "đ"', 168: '[Red]0.0' };
    const styles = [0, 14, 22, 164, 165, 20, 166, 167, 168];
    const days = [
      cell('A2', 46300, 's="1"'),
      cell('B2', 46300.3125, 's="2"'),
      cell('C2', 46300.5, 's="3"'),
      cell('D2', 59, 's="4"'),
      cell('E2', 0.75, 's="5"'),
      cell('F2', 1.5, 's="6"'),
      cell('G2', 46300.25, 's="7"'),
      cell('H2', 46300.25, 's="8"'),
      cell('I2', 61, 's="1"'),
      cell('J2', 46300.123456789, 's="2"'),
    ];
    const rows = row(1, ...[...'ABCDEFGHIJ'].map((letter) => inline(`${letter}1`, letter))) + row(2, ...days);
    const texts = (await sheetOf(book({ rows, formats, styles })))[1]?.slice(2);
    // 46,300 days after 30 December 1899 is 5 October 2026; day 59 is 28 February 1900, day 61 is 1 March 1900.
    expect(texts).toEqual([
      '2026-10-05',
      '2026-10-05 07:30:00',
      '2026-10-05 12:00:00',
      '1900-02-28',
      '18:00:00',
      '36:00:00',
      '46300.25',
      '46300.25',
      '1900-03-01',
      '2026-10-05 02:57:46.667',
    ]);
    expect((await sheetOf(book({ rows, formats, styles, countsFrom1904: true })))[1]?.[2]).toBe('2030-10-06');
  });

  it('writes numbers as people do', async () => {
    const numbers = ['0.30000000000000004', '1E+5', '1.5E-7', '123456789012', '-12.50', '1E+20', '0'];
    const rows =
      row(1, ...numbers.map((_, index) => inline(`${String.fromCharCode(65 + index)}1`, `n${index}`))) +
      row(2, ...numbers.map((number, index) => cell(`${String.fromCharCode(65 + index)}2`, number)));
    expect((await sheetOf(book({ rows })))[1]?.slice(2)).toEqual([
      '0.3',
      '100000',
      '0.00000015',
      '123456789012',
      '-12.5',
      '100000000000000000000',
      '0',
    ]);
  });

  it('joins the runs of a text, leaves out how it is spoken, and keeps tabs and line ends in one field', async () => {
    const strings = '<si><r><t>Hoà </t></r><r><t>giải</t></r><rPh><t>hoa</t></rPh></si><si><t>a\tb\nc_x000D_\\</t></si>';
    const rows = HEADER + row(2, cell('A2', 0, 't="s"'), cell('B2', 1, 't="s"'));
    expect((await sheetOf(book({ rows, strings })))[1]).toEqual(['2', '0', 'Hoà giải', 'a\\tb\\nc\\r\\\\']);
  });

  it('tells formula results, booleans and errors as the sheet shows them', async () => {
    const rows =
      row(1, inline('A1', 'a'), inline('B1', 'b'), inline('C1', 'c')) +
      row(2, cell('A2', 'x', 't="str"'), cell('B2', 1, 't="b"'), cell('C2', '#N/A', 't="e"'));
    expect((await sheetOf(book({ rows })))[1]?.slice(2)).toEqual(['x', 'true', '#N/A']);
  });

  it('takes its header from another row; names are composed, on one line, and letters where there are none', async () => {
    const rows = row(1, inline('A1', 'Báo cáo')) + row(3, inline('A3', 'Ma\u0303\n số'), inline('C3', 'Lúc')) + row(4, inline('A4', 'a'));
    expect(await sheetOf(book({ rows }), { headerRow: 3 })).toEqual([
      ['_line', '_is_torn', 'Mã số', 'B', 'Lúc'],
      ['4', '0', 'a', '', ''],
    ]);
  });

  it.each<[string, ScratchBook, Partial<SheetSettings>, string]>([
    ['the sheet is not there', { rows: HEADER }, { sheet: 'Sheet1' }, 'has no sheet "Sheet1"; it has: "Ẩn", "Sổ".'],
    [
      'the header is not there',
      { rows: row(5, inline('A5', 'x')) },
      {},
      'sheet "Sổ" has no column names in its row 1; say with read.header_row where they stand.',
    ],
    ['the sheet is empty', { rows: '' }, {}, 'has no column names in its row 1'],
    [
      'two columns have one name',
      { rows: row(1, inline('A1', 'Mã'), inline('B1', 'Mã')) },
      {},
      'names the column "Mã" twice in its header row.',
    ],
    [
      'a cell stands beyond the last column',
      { rows: row(1, inline('XFE1', 'x')) },
      {},
      'has a cell "XFE1" in row 1; a sheet has the columns A to XFD.',
    ],
    [
      'a row stands beyond the last row',
      { rows: HEADER + row(1_048_577, inline('A1048577', 'x')) },
      {},
      'has a row "1048577"; a sheet has the rows 1 to 1048576.',
    ],
    [
      'a text is not there',
      { rows: HEADER + row(2, cell('A2', 7, 't="s"')) },
      {},
      'the cell A2 names the text 7, which the file does not have.',
    ],
    ['it declares entities', { rows: HEADER, strings: '<!DOCTYPE x [<!ENTITY a "b">]><si/>' }, {}, 'is not well-formed XML'],
    [
      'it uses an entity',
      { rows: `${HEADER}<row r="2"><c r="A2" t="str"><v>&evil;</v></c></row>` },
      {},
      'is not well-formed XML: undefined entity',
    ],
    ['it nests without end', { rows: '<a>'.repeat(100) + '</a>'.repeat(100) }, {}, 'nests more than 64 elements'],
    [
      'a part grows beyond what the zip declares',
      { rows: HEADER.repeat(1000), declaredBytes: 100 },
      {},
      'is damaged: xl/worksheets/sheet1.xml cannot be unpacked',
    ],
    [
      'a part stands outside the folder',
      { rows: HEADER, more: [{ name: '../../outside.xml', text: '<a/>' }] },
      {},
      'is not a sound XLSX file: invalid relative path',
    ],
  ])('[F1] is refused when %s', async (_, content, settings, sentence) => expect(await refusalOf(content, settings)).toContain(sentence));

  it('[F1] is refused with more columns than a register has', async () => {
    const wide = Array.from({ length: 1_001 }, (_, index) => `<c t="inlineStr"><is><t>c${index}</t></is></c>`).join('');
    expect(await refusalOf({ rows: `<row r="1">${wide}</row>` })).toContain('has 1001 columns; up to 1000 are allowed.');
  });

  it('[F1] is refused as a bomb when it unpacks to hundreds of times its size', async () => {
    const blanks = `<worksheet>${' '.repeat(120 * 1024 * 1024)}</worksheet>`;
    const path = writeZip(scratch.place('bomb.xlsx'), [
      { name: 'xl/worksheets/sheet1.xml', text: blanks },
      { name: '_rels/.rels', text: '<Relationships/>' },
      { name: 'xl/workbook.xml', text: '<workbook><sheets><sheet name="S" id="1"/></sheets></workbook>' },
      {
        name: 'xl/_rels/workbook.xml.rels',
        text: '<Relationships><Relationship Id="1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      },
    ]);
    await expect(sheetOf(path)).rejects.toThrow(
      /unpacks from \d+ to \d+ bytes; up to 200 times its size is allowed. Save the sheet as CSV instead./,
    );
  });
});
