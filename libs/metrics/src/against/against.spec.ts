import { knownRow, pointRow, ticketRow } from '../testing/case-rows';
import { TestWarehouse } from '../testing/test-warehouse';
import { comparedDays } from './periods';

describe('the days that are compared', () => {
  const march = { from: '2026-03-01', to: '2026-04-01' };

  it('are the month before for a month, and the same month a year before', () => {
    expect(comparedDays(march, 'previous', null)).toMatchObject({ of: march, range: { from: '2026-02-01', to: '2026-03-01' } });
    expect(comparedDays(march, 'last_year', null)).toMatchObject({ range: { from: '2025-03-01', to: '2025-04-01' }, sameWeekdays: false });
  });

  it('are as many days before for any other range, and the same weekdays 52 weeks before', () => {
    const week = { from: '2026-03-02', to: '2026-03-09' };
    expect(comparedDays(week, 'previous', null)).toMatchObject({ range: { from: '2026-02-23', to: '2026-03-02' }, sameWeekdays: true });
    expect(comparedDays(week, 'last_year', null)).toMatchObject({ range: { from: '2025-03-03', to: '2025-03-10' }, sameWeekdays: true });
    expect(comparedDays({ from: '2026-03-02', to: '2026-03-12' }, 'previous', null)).toMatchObject({ sameWeekdays: false });
  });

  it('are of a period that is not over those that are, and as many of the other', () => {
    expect(comparedDays(march, 'previous', '2026-03-18')).toEqual({
      of: { from: '2026-03-01', to: '2026-03-18' },
      range: { from: '2026-02-01', to: '2026-02-18' },
      sameWeekdays: true,
    });
    // February has no 30th.
    expect(comparedDays(march, 'previous', '2026-03-31')?.range).toEqual({ from: '2026-02-01', to: '2026-03-01' });
    expect(comparedDays(march, 'previous', '2026-03-01')).toBeNull();
  });
});

describe('an answer held against others', () => {
  let test: TestWarehouse;
  const waited = (point: string, day: string, minutes: number) =>
    ticketRow({ point, issued: `${day}T02:00:00Z`, called: `${day}T02:${String(minutes).padStart(2, '0')}:00Z`, outcome: 'served' });
  const many = (count: number, row: () => object): object[] => Array.from({ length: count }, row);

  beforeAll(async () => {
    test = await TestWarehouse.open();
    await test.fill({
      ticket: [
        // P1: 4 of 10 wait long in the week, 1 of 10 the week before; P2: 1 of 10 in the week.
        ...many(4, () => waited('P1', '2026-03-10', 30)),
        ...many(6, () => waited('P1', '2026-03-10', 5)),
        ...many(1, () => waited('P1', '2026-03-03', 30)),
        ...many(9, () => waited('P1', '2026-03-03', 5)),
        ...many(1, () => waited('P2', '2026-03-11', 30)),
        ...many(9, () => waited('P2', '2026-03-11', 5)),
      ],
      service_point: [pointRow('P1', 'W1', 'B1'), pointRow('P2', 'W1', 'B1')],
      working_day: ['2026-03-03', '2026-03-10', '2026-03-11'],
      known_until: [knownRow('ticket', 'queue', '2026-03-15T12:00:00Z')],
    });
  });
  afterAll(() => test.close());

  const WEEK = { from: '2026-03-09', to: '2026-03-16' };

  it('says how far each figure is from the week before, with the interval of the difference', async () => {
    const [first] = await test.ask('long_wait_rate', { ...WEEK, by: ['point'], compare: ['previous'] });
    // 4/10 − 1/10; Wilson .1682–.6873 and .0179–.4042: .3 − √(.2318² + .3042²), .3 + √(.2873² + .0821²)
    expect(first?.against?.previous).toMatchObject({
      of: WEEK,
      now: null,
      range: { from: '2026-03-02', to: '2026-03-09' },
      sameWeekdays: true,
      value: { value: 0.1, n: 10 },
      difference: expect.closeTo(0.3, 9),
      interval: { low: expect.closeTo(-0.0824, 3), high: expect.closeTo(0.5988, 3) },
    });
  });

  it('recomputes the city from its cases: 5 of 20, no mean of its points', async () => {
    const rows = await test.ask('long_wait_rate', { ...WEEK, by: ['point'], compare: ['city'] });
    expect(rows.map(({ against }) => [against?.city?.value.value, against?.city?.value.n])).toEqual([
      [0.25, 20],
      [0.25, 20],
    ]);
    const [total] = await test.ask('long_wait_rate', { from: '2026-03-02', to: '2026-03-16' });
    // (4 + 1 + 1) of 30; the mean of the shares of both weeks would be .175.
    expect(total).toMatchObject({ value: 0.2, cases: 6, n: 30 });
  });

  it('compares of a week that is not over the days that are', async () => {
    const [city] = await test.ask('tickets', { from: '2026-03-10', to: '2026-03-17', compare: ['previous'] });
    // Known until Sunday evening: Tuesday to Sunday, against Tuesday to Sunday.
    expect(city).toMatchObject({
      value: 20,
      against: {
        previous: { of: { to: '2026-03-16' }, range: { from: '2026-03-03', to: '2026-03-09' }, now: { value: 20 }, difference: 10 },
      },
    });
  });

  it.each([
    [{ by: ['day' as const], compare: ['previous' as const] }, 'A day has no counterpart in another period'],
    [{ compare: ['city' as const] }, 'This is about the whole city already'],
  ])('refuses what has no counterpart: %j', async (asked, sentence) => {
    await expect(test.ask('tickets', { ...WEEK, ...asked })).rejects.toThrow(sentence);
  });

  it('shows the public no figure of few cases, and says nothing about its difference either', async () => {
    const MARCH = { from: '2026-03-01', to: '2026-04-01' };
    await test.warehouse.insert('known_until', [knownRow('ticket', 'queue', '2026-04-20T12:00:00Z')]);
    const [first, second] = await test.ask('long_wait_rate', { ...MARCH, by: ['point'], view: 'public', compare: ['city'] });
    // P1: 5 of 20; P2: 1 of 10, hidden; P1 is hidden beside it, or the total would tell.
    expect([first?.reason, second?.reason]).toEqual(['suppressed', 'suppressed']);
    expect(first).toMatchObject({ n: null, against: { city: { value: { value: 0.2 }, difference: null } } });
    expect(await test.ask('long_wait_rate', { ...MARCH, by: ['point'] })).toMatchObject([{ value: 0.25 }, { value: 0.1 }]);
  });

  it.each([
    [{ from: '2026-03-02', to: '2026-04-01' }, 'begins no month'],
    [{ from: '2026-03-01', to: '2026-04-01', by: ['agent' as const] }, 'The public sees no figures by "agent"'],
  ])('lets the public ask for whole months of no single person: %j', async (asked, sentence) => {
    await expect(test.ask('tickets', { ...asked, view: 'public' })).rejects.toThrow(sentence);
  });
});
