import { type ComparisonRequest, type Scope, wholeCity } from '@evenhand/domain';
import { city } from '../testing/city';
import { TestWarehouse } from '../testing/test-warehouse';
import { Comparisons } from './comparisons';

/**
 * Eleven points do easy work, of which 10 of 200 are late a month, and one does hard work, of which 40 of 200 are, as at the
 * eleven others that do a little of it.
 */
const EASY = Array.from({ length: 11 }, (_, index) => `E${index + 1}`);

const dossiers = (point: string, field: string, due: number, late: number) => ({
  ...{ point_code: point, day: '2026-09-15', procedure_code: `${field}-1`, field_code: field, channel: 'direct', source: 'national' },
  ...{ received: due, due, due_on_time: due - late, due_late: late },
});
const ROWS = [
  ...EASY.flatMap((point) => [dossiers(point, 'civil', 200, 10), dossiers(point, 'land', 20, 4)]),
  dossiers('HARD', 'land', 200, 40),
];

let test: TestWarehouse;
let comparisons: Comparisons;
beforeAll(async () => {
  test = await TestWarehouse.open();
  await test.warehouse.insert('dossier_day', ROWS);
  const totals = new Map<string, { due: number; due_on_time: number; received: number }>();
  for (const { point_code: point, due, due_on_time: onTime, received } of ROWS) {
    const before = totals.get(point) ?? { due: 0, due_on_time: 0, received: 0 };
    totals.set(point, { due: before.due + due, due_on_time: before.due_on_time + onTime, received: before.received + received });
  }
  await test.warehouse.insert(
    'dossier_point_day',
    [...totals].map(([point_code, numbers]) => ({ point_code, day: '2026-09-15', ...numbers })),
  );
  await test.warehouse.insert('known_until', [
    { entity: 'dossier', source: 'national', run_id: 1, latest_at: '2026-11-30T10:00:00Z', published_at: '2026-11-30T11:00:00Z' },
  ]);
  comparisons = new Comparisons(test.warehouse, city, test.answers);
}, 60_000);
afterAll(() => test.close());

const SEPTEMBER = { from: '2026-09-01', to: '2026-10-01' };
const compare = (asked: Partial<ComparisonRequest> = {}, scope: Scope = wholeCity) =>
  comparisons.points({ metric: 'on_time_rate', adjust: 'casemix', where: [], ...SEPTEMBER, ...asked }, scope);

describe('a comparison', () => {
  it('flags the point with hard work as it stands, and not once its work is allowed for', async () => {
    const [asItStands, adjusted] = [await compare({ adjust: 'none' }), await compare()];
    const hardIn = ({ points }: typeof adjusted) => points.find(({ point }) => point === 'HARD');
    expect(hardIn(asItStands)).toMatchObject({ verdict: 'worse', rank: { best: 12, worst: 12 } });
    // Land elsewhere: 44 of 220 late, so 160 of 200 on time are expected, and it has 160.
    expect(hardIn(adjusted)).toMatchObject({
      verdict: 'as_expected',
      flag: null,
      expected: expect.closeTo(0.8, 12),
      ratio: { value: expect.closeTo(1, 12) },
    });
    expect(adjusted.adjustedFor.map(({ key }) => key)).toEqual(['field', 'channel', 'procedure']);
  });

  it('shows only points of the scope, against the same yardstick', async () => {
    const [own] = (await compare({}, { points: ['HARD'] })).points;
    const all = (await compare()).points.find(({ point }) => point === 'HARD');
    expect(own).toEqual(all);
    expect((await compare({}, { points: ['HARD'] })).points).toHaveLength(1);
  });

  it('refuses an empty scope', async () => {
    await expect(compare({}, { points: [] })).rejects.toThrow('There is no point that you may see.');
    const trend = { metric: 'on_time_rate', point: 'E1', grain: 'week', where: [], recalculate: [], ...SEPTEMBER } as const;
    await expect(comparisons.trend(trend, { points: ['HARD'] })).rejects.toThrow('"E1" is no point that you may see.');
  });

  it('names points of an uneven city only to those who may see them', async () => {
    const asked = { metric: 'on_time_rate', adjust: 'none', grain: 'month', where: [], ...SEPTEMBER } as const;
    expect((await comparisons.unevenness(asked, wholeCity)).whole.worstTenth).toContain('HARD');
    expect((await comparisons.unevenness(asked, { points: ['E1'] })).whole.worstTenth).not.toContain('HARD');
  });

  it('shows the public no point of few cases, nor what would give it away', async () => {
    const few = dossiers('FEW', 'civil', 40, 2);
    await test.warehouse.insert(
      'dossier_point_day',
      [...EASY.map((point) => dossiers(point, 'civil', 200, 20)), few].map((row) => ({ ...row, day: '2026-10-15' })),
    );
    const october = { adjust: 'none', from: '2026-10-01', to: '2026-11-01' } as const;
    const seen = (await compare({ ...october, view: 'public' })).points.filter(({ verdict }) => verdict === 'suppressed');
    // FEW has two late ones; beside it one more is hidden, or the city less the others would tell.
    expect(seen.map(({ point }) => point)).toEqual(['E1', 'FEW']);
    for (const { value, n, ratio, expected, shrunk, sentence } of seen)
      expect([value.value, value.n, n, ratio, expected, shrunk, sentence.en.includes('%')]).toEqual([
        null,
        null,
        null,
        null,
        null,
        null,
        false,
      ]);
    expect((await compare(october)).points.find(({ point }) => point === 'FEW')).toMatchObject({ n: 40 });
    await expect(compare({ ...october, view: 'public', where: [{ dimension: 'field', values: ['civil'] }] })).rejects.toThrow(
      'The public sees figures by place or by one other dimension',
    );
  });

  it('keeps to the cases of a filter', async () => {
    const { points } = await compare({ adjust: 'none', where: [{ dimension: 'field', values: ['land'] }] });
    expect(points.find(({ point }) => point === 'HARD')).toMatchObject({ n: 200, expected: expect.closeTo(0.8, 12) });
    expect(points.find(({ point }) => point === 'E1')).toMatchObject({ verdict: 'too_few', rank: null });
  });

  it('is made once for each state of the data', async () => {
    const before = await compare();
    expect(await compare()).toBe(before);
    await test.warehouse.insert('dossier_day', [dossiers('E1', 'land', 40, 40)]);
    expect((await compare()).points.find(({ point }) => point === 'HARD')?.expected).toBeLessThan(0.8);
  });

  it('says when nothing can be allowed for', async () => {
    const { adjust, notes } = await compare({ metric: 'wait_p90' });
    expect(adjust).toBe('none');
    expect(notes.map(({ en }) => en).join(' ')).toContain('by its intervals');
  });
});
