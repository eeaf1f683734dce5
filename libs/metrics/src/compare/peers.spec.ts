import { mixDifference, mixesFrom, peersOf } from './peers';

const row = (point: string, field: string, n: number) => ({ point, field, n });
const mixes = mixesFrom([
  row('A', 'land', 50),
  row('A', 'certification', 50),
  row('B', 'land', 55),
  row('B', 'certification', 45),
  row('C', 'certification', 100),
  row('D', 'land', 500),
  row('D', 'certification', 500),
]);
const [a] = mixes;
const values = new Map([
  ['A', 1],
  ['B', 2],
  ['C', 3],
  ['D', 4],
]);

describe('peers', () => {
  it('differ by the share of the work that would have to be of other fields', () =>
    expect(mixes.map((one) => (a ? mixDifference(a, one) : NaN))).toEqual([0, expect.closeTo(0.05, 12), 0.5, 0]));

  it('come from the most alike on: B is as large, D ten times as large, C does half of its work elsewhere', () => {
    const peers = a && peersOf(a, mixes, values);
    // Away from A: B 0.25, C 2.5, D log₂ 10 = 3.3.
    expect(peers?.points).toEqual(['B', 'C', 'D']);
    expect(peers?.description.vi).toBe(
      '3 điểm giống nhất: số lượt bằng 1,0 đến 10,0 lần điểm này, cơ cấu lĩnh vực khác nhau không quá 50 %.',
    );
  });

  it('tell no middle value of fewer than five, which would give single points away', () =>
    expect(a && peersOf(a, mixes, values)).toMatchObject({ median: null, band: null }));

  it('are only points that can be compared; a lone point has none', () => {
    expect(a && peersOf(a, mixes.slice(3), values)?.points).toEqual(['D']);
    expect(a && peersOf(a, [a], values)).toBeNull();
  });
});
