import { tableCsv } from './table-csv';

it('writes the table of a chart as the screen says it, inert, with what it covers below', () => {
  const twin = { columns: [{ text: 'Điểm' }, { text: 'Chờ', isNumber: true }], rows: [['=cmd', '15,9 %']] };
  expect(tableCsv(twin, ['Giờ nào tắc?', '', '01/10/2026 – 31/10/2026'])).toBe(
    '\ufeffĐiểm,Chờ\r\n\'=cmd,"15,9 %"\r\n\r\nGiờ nào tắc?\r\n01/10/2026 – 31/10/2026\r\n',
  );
});
