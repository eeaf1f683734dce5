import { CRITERION_NUMBERS, periodFromText, type Points012, type StatedFigure, wholeCity } from '@evenhand/domain';
import { city } from '../testing/city';
import { fillScoredCity } from '../testing/scored-city';
import { TestWarehouse } from '../testing/test-warehouse';
import { QuarterlyEvaluationDesk, type QuarterlyRequest } from './quarterly-evaluations';

const stated = (item: string, points: Points012): StatedFigure => ({
  ...{ unitCode: '00004', periodFrom: '2026-07-01', periodTo: '2026-10-01', item, met: null, of: null },
  ...{ points, basis: 'Biên bản 7' },
});

describe('the quarterly evaluation of a dozen dossiers', () => {
  let store: TestWarehouse;
  let desk: QuarterlyEvaluationDesk;
  beforeAll(async () => {
    store = await TestWarehouse.open();
    await fillScoredCity(store);
    // The department of justice gained two days and lost three: longer than allowed.
    const task = { source: 'departments', kind: 'department_step', point_code: 'P1', unit: 'so-tu-phap', dossier_code: 'H1' };
    const days = (due: string, finished: string) => ({ due_at: `${due}T03:00:00Z`, finished_at: `${finished}T03:00:00Z` });
    await store.warehouse.insert('unit_task', [
      { ...task, task_id: 'K1', assigned_on: '2026-09-01', ...days('2026-09-05', '2026-09-03') },
      { ...task, task_id: 'K2', assigned_on: '2026-09-02', ...days('2026-09-05', '2026-09-08') },
      { ...task, task_id: 'K3', assigned_on: '2026-09-02', unit: 'so-tai-chinh', ...days('2026-09-05', '2026-09-04') },
    ]);
    desk = new QuarterlyEvaluationDesk(store.warehouse, city);
  });
  afterAll(() => store.close());

  const evaluate = async (over: Partial<QuarterlyRequest> = {}) => {
    const request = { period: periodFromText('2026-Q3', 'calendar'), units: ['00004'], stated: [], ...over };
    const [unit] = (await desk.evaluations(request, wholeCity)).units;
    if (!unit) throw new Error('There is no unit.');
    return unit;
  };

  it('takes from the data what they say, and leaves open what people must judge', async () => {
    const { criteria, total, class: grade, selfTotal, levels } = await evaluate();
    expect(criteria.map(({ number, state, points }) => [number, state, points.low, points.high])).toEqual([
      // H1 a day ahead, H2 a day behind, H3 a day ahead, H6 on its day, H9 a day ahead of its moved due day: two days won.
      [1, 'measured', 2, 2],
      [2, 'measured', 0, 0],
      // H9 was asked once, H3 twice: whose fault it was is not in the data.
      [3, 'open', 0, 2],
      [4, 'missing', 0, 2],
      [5, 'missing', 0, 2],
      // The paper board shows D1, the electronic one D2, which is in force.
      [6, 'measured', 1, 1],
      [7, 'measured', 0, 0],
      // Of 5 decided 3 in time; with the forwarded one at most 4 of 6.
      [8, 'measured', 0, 0],
      // H2 came online and is late.
      [9, 'measured', 0, 0],
    ]);
    expect({ total, grade, selfTotal }).toEqual({ total: { low: 3, high: 9 }, grade: null, selfTotal: null });
    expect(levels).toMatchObject({ dissatisfied: 2, satisfied: 0, very_satisfied: 1 });
    expect(criteria[0]?.evidence.map(({ id, value }) => [id, value])).toEqual([
      ['settled_early', 3],
      ['settled_on_time', 1],
      ['settled_late', 1],
      ['days_ahead', 2],
    ]);
  });

  it('takes what was appraised before what was measured, and says where the data contradict it', async () => {
    const { criteria, total } = await evaluate({
      stated: [stated('quarterly/4', 2), stated('quarterly/9', 2), stated('quarterly/9/self', 2)],
    });
    expect(criteria[3]).toMatchObject({ state: 'stated', points: { low: 2, high: 2 }, basis: 'Biên bản 7', isContradicted: false });
    expect(criteria[8]).toMatchObject({ state: 'stated', appraised: 2, selfScore: 2, byData: { low: 0, high: 0 }, isContradicted: true });
    expect(total).toEqual({ low: 7, high: 11 });
  });

  it.each([
    [15, 'Excellent'],
    [14, 'Good'],
  ])('calls an appraised total of %i %s', async (sum, name) => {
    const points = CRITERION_NUMBERS.map((number): Points012 => (number <= sum - 9 ? 2 : 1));
    const all = points.map((one, index) => stated(`quarterly/${index + 1}`, one));
    const self = points.map((one, index) => stated(`quarterly/${index + 1}/self`, one));
    const unit = await evaluate({ stated: [...all, ...self] });
    expect([unit.total.low, unit.selfTotal, unit.class?.label.en]).toEqual([sum, sum, name]);
  });

  it('has no class of a quarter of which nothing was told', async () => {
    const { criteria, total, class: grade } = await evaluate({ period: periodFromText('2027-Q1', 'report'), units: ['00008'] });
    expect(criteria.every(({ state }) => state === 'missing')).toBe(true);
    expect({ total, grade }).toEqual({ total: { low: 0, high: 18 }, grade: null });
  });

  it('is held every quarter and for no other period', async () =>
    expect(evaluate({ period: periodFromText('2026-09', 'report') })).rejects.toThrow(
      'The evaluation is held every quarter; write one as 2026-Q3.',
    ));
});
