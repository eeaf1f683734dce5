import { addDays, type Question, startOfMonth, wholeCity } from '@evenhand/domain';
import { Comparisons } from '../compare/comparisons';
import { MetricAnswers } from '../metric-answers';
import { pointRow, ticketRow } from '../testing/case-rows';
import { city, dayIn } from '../testing/city';
import { TestWarehouse } from '../testing/test-warehouse';

const TODAY = dayIn(new Date().toISOString()) ?? '';
const THIS_MONTH = startOfMonth(TODAY);
const month = (back: number): string => startOfMonth(THIS_MONTH, -back);
/** Both have been told: the later one in the middle of the month before the present one. */
const [FIRST, SECOND] = [month(3), month(2)];
const POINTS = ['P1', 'P2', 'P3'];

interface Told {
  readonly run: number;
  readonly point: string;
  readonly month: string;
  readonly isLong?: boolean;
}

let cases = 0;
/** A ticket of the fifth of a month, called after 5 minutes or after 30, as a run told of it. */
const ticket = ({ run, point, month: of, isLong = false }: Told): object => ({
  ...ticketRow({
    ...{ point, issued: `${addDays(of, 4)}T02:00:00Z`, outcome: 'served' },
    called: `${addDays(of, 4)}T02:${isLong ? '30' : '05'}:00Z`,
  }),
  ...{ run_id: run, key_hash: ++cases },
});
const times = (count: number, told: Told): object[] => Array.from({ length: count }, () => ticket(told));

const ON_TIME = [
  ...POINTS.flatMap((point) => times(20, { run: 1, point, month: FIRST })),
  ...POINTS.flatMap((point) => times(30, { run: 1, point, month: SECOND })),
  ...times(9, { run: 1, point: 'P1', month: SECOND, isLong: true }),
];
/** Told after the first month was told and before the second was: seven long waits of the first. */
const BETWEEN = times(7, { run: 2, point: 'P1', month: FIRST, isLong: true });
/** Told today: one person of P1, and two of P3. */
const LATE = [...times(1, { run: 3, point: 'P1', month: FIRST, isLong: true }), ...times(2, { run: 3, point: 'P3', month: SECOND })];

const published = (run: number, day: string) => ({ run_id: run, entity: 'ticket', source: 'queue', published_at: `${day}T03:00:00Z` });
const RUNS = [published(1, month(6)), published(2, addDays(month(2), 20))];
const knownUntil = (run: object) => ({ ...run, latest_at: `${addDays(THIS_MONTH, -1)}T10:00:00Z` });

describe('a reader who keeps the public answers of yesterday', () => {
  let test: TestWarehouse;
  let answers: MetricAnswers;
  const load = (tickets: readonly object[], runs: readonly object[]): Promise<void> =>
    test.fill({ ticket: tickets, service_point: POINTS.map((point) => pointRow(point, 'W', 'B')), known_until: runs.map(knownUntil) });
  beforeAll(async () => {
    test = await TestWarehouse.open();
    answers = new MetricAnswers(test.warehouse, { ...city, isSimulated: false });
    await test.warehouse.insert('ticket_version', [...ON_TIME, ...BETWEEN, ...LATE]);
    await test.warehouse.insert('publication', RUNS);
    await load([...ON_TIME, ...BETWEEN], RUNS);
  });
  afterAll(() => test.close());

  const ask = async (metrics: readonly string[], asked: Partial<Question> = {}): Promise<readonly string[]> => {
    const question: Question = {
      ...{ metrics, by: [], from: FIRST, to: startOfMonth(SECOND, 1), where: [], exact: false, view: 'public' },
      ...asked,
    };
    const { rows } = await answers.answer(question, wholeCity);
    return rows.flatMap(({ key, values }) =>
      Object.values(values).map(({ value, n, cases: hits, interval, reason }) => JSON.stringify([key, value, n, hits, interval, reason])),
    );
  };
  /** What overlapping public questions tell: of both months, of one, of points, and of points by month. */
  const everything = async (): Promise<readonly (readonly string[])[]> => {
    const metrics = ['tickets', 'wait_mean'];
    const wanted: readonly Partial<Question>[] = [{}, { to: SECOND }, { by: ['point'] }, { by: ['point', 'month'] }];
    return Promise.all(wanted.map((asked) => ask(metrics, asked)));
  };
  const countOf = async (asked: Partial<Question>): Promise<number | null> => {
    const [row] = await ask(['tickets'], asked);
    return row === undefined ? null : (JSON.parse(row) as readonly [unknown, number | null])[1];
  };

  it('learns nothing of what was told since: no figure moves, while those who work with them see it', async () => {
    const yesterday = await everything();
    await test.warehouse.insert('publication', [published(3, TODAY)]);
    const runs = [...RUNS, published(3, TODAY)];
    await load([...ON_TIME, ...BETWEEN, ...LATE], runs);
    expect(await everything()).toEqual(yesterday);
    expect(
      Object.values(yesterday)
        .flat()
        .filter((row) => row.includes('"suppressed"')).length,
    ).toBeLessThan(Object.values(yesterday).flat().length / 2);
    // 60 + 90 + 9 + 7, and three more today
    expect(await countOf({ view: 'staff' })).toBe(169);
  });

  it('learns nothing from ranges that were told at different times: they are sums of the months as these were told', async () => {
    const [first, second, both] = await Promise.all([countOf({ from: FIRST, to: SECOND }), countOf({ from: SECOND }), countOf({})]);
    // The seven came after the first month was told: 3 × 20, 3 × 30 + 9.
    expect([first, second, both]).toEqual([60, 99, 159]);
  });

  it('is told of no month before its day', async () =>
    expect(await ask(['tickets'], { from: THIS_MONTH, to: startOfMonth(THIS_MONTH, 1) })).toEqual(['[{},null,null,null,null,"not_told"]']));

  it('is told from which day on', async () => {
    const month = { from: THIS_MONTH, to: startOfMonth(THIS_MONTH, 1) };
    const asked = { metrics: ['tickets'], by: ['point'] as const, where: [], exact: false, view: 'public' as const };
    const { untold } = await answers.answer({ ...asked, from: FIRST, to: month.to }, wholeCity);
    expect(untold?.at(-1)).toMatchObject({ metric: 'tickets', to: month.to });
    const alone = await answers.answer({ ...asked, ...month }, wholeCity);
    expect([alone.rows, alone.untold]).toEqual([[], [{ metric: 'tickets', ...month, toldOn: addDays(startOfMonth(THIS_MONTH, 1), 14) }]]);
  });

  it('is told nothing that moves before the first 15th after the first load: which day that is', async () => {
    await test.warehouse.insert('publication', [{ ...published(4, TODAY), entity: 'shift' }]);
    const month = { from: FIRST, to: SECOND };
    const asked = { metrics: ['officer_days'], by: [], where: [], exact: false, view: 'public' as const };
    const { rows, untold } = await answers.answer({ ...asked, ...month }, wholeCity);
    expect(rows[0]?.values['officer_days']).toMatchObject({ value: null, n: null, reason: 'not_told' });
    const opening = addDays(TODAY < addDays(THIS_MONTH, 14) ? THIS_MONTH : startOfMonth(THIS_MONTH, 1), 14);
    expect(untold).toEqual([{ metric: 'officer_days', ...month, toldOn: opening }]);
  });

  it('is told of a simulated month once the clock of the city has reached its day', async () => {
    const simulated = new MetricAnswers(test.warehouse, city);
    const asked = { metrics: ['tickets'], by: ['month'] as const, where: [], exact: false, view: 'public' as const };
    const { rows, untold } = await simulated.answer({ ...asked, from: SECOND, to: THIS_MONTH }, wholeCity);
    expect(rows.map(({ key }) => key.month)).toEqual([SECOND]);
    // The city knows of all but the last day before this month.
    expect(untold).toEqual([{ metric: 'tickets', from: month(1), to: THIS_MONTH, toldOn: addDays(THIS_MONTH, 14) }]);
  });

  it('is told a mean of each month, and not of months that were told at different times', async () => {
    const [mean] = await ask(['wait_mean']);
    expect(mean).toContain('"suppressed"');
    // 60 waits of 5 minutes
    expect((await ask(['wait_mean'], { from: FIRST, to: SECOND }))[0]).toContain('[{},5,60,');
  });

  it('is shown no comparison of months that were told at different times', async () => {
    const comparisons = new Comparisons(test.warehouse, { ...city, isSimulated: false }, answers);
    const compared = { metric: 'long_wait_rate', adjust: 'none', where: [], view: 'public' } as const;
    await expect(comparisons.points({ ...compared, from: FIRST, to: startOfMonth(SECOND, 1) }, wholeCity)).rejects.toThrow(
      `The public compares months that were told together. Of these days there are: ${FIRST} to ${SECOND}, ${SECOND} to ${startOfMonth(SECOND, 1)}.`,
    );
    const { city: whole } = await comparisons.points({ ...compared, from: FIRST, to: SECOND }, wholeCity);
    expect(whole.n).toBe(60);
  });
});
