import { fittingColumns, sheetColumns, widthsOf } from './fitting-columns';

const columns = [
  { id: 'name', text: '' },
  { id: 'trend', text: '', isRoomy: true, width: 100 },
  { id: 'n', text: '', isRoomy: true, width: 60 },
  { id: 'value', text: '', width: 80 },
];
const shown = (width: number): readonly string[] => fittingColumns(columns, { width, first: 200 }).map(({ id }) => id);

describe('the columns for which there is room', () => {
  it('are all of them where they fit: 200 + 100 + 60 + 80', () => expect(shown(440)).toHaveLength(4));
  it('lose the roomy ones from the last on', () => {
    expect(shown(439)).toEqual(['name', 'trend', 'value']);
    expect(shown(379)).toEqual(['name', 'value']);
  });
  it('are on paper those from the first on that a sheet holds: 200 + 10 × 112 = 1320', () => {
    const many = Array.from({ length: 14 }, () => ({ text: '', width: 112 }));
    expect(sheetColumns(many, 200)).toHaveLength(11);
    expect(sheetColumns(many.slice(0, 11), 200)).toHaveLength(11);
  });
  it('are as wide as a long head needs for two lines: 19 signs of 6.2 px and 34 px beside them', () => {
    const [, short, long] = widthsOf(
      [{ text: '' }, { text: 'Lượt', width: 92 }, { text: 'Thời gian chờ của 10 % lâu nhất (P90)', width: 92 }],
      200,
    );
    expect(short).toBe(92);
    expect(long).toBeCloseTo(151.8);
  });
  it('break a head between its words: 19 signs of the longer line, not 16 of a half', () => {
    const [, broken, word] = widthsOf(
      [{ text: '' }, { text: 'Wait of the slowest tenth (P90)', width: 92 }, { text: 'Occupancy', width: 60 }],
      200,
    );
    expect([broken, word]).toEqual([19 * 6.2 + 34, 9 * 6.2 + 34]);
  });
  it('never lose the others: the table scrolls in its box', () => expect(shown(10)).toEqual(['name', 'value']));
});
