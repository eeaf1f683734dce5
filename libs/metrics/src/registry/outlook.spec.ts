import { addDays, type Day } from '@evenhand/domain';
import { kaplanMeier, survivalAt } from '@evenhand/statistics';
import { type DossierCase, dossierRow, knownRow } from '../testing/case-rows';
import { TestWarehouse } from '../testing/test-warehouse';

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
});
afterAll(() => test.close());

/** Twelve weeks from Monday, 5 January 2026. */
const DAYS = Array.from({ length: 12 }, (_week, week) => [0, 1, 2, 3, 4].map((day) => addDays('2026-01-05', 7 * week + day))).flat();
const dayAfter = (start: number, days: number): Day => DAYS[start + days] ?? '2026-12-31';
const at = (day: Day): string => `${day}T03:00:00.000Z`;
const one = (start: number, lasted: number | null, more: Partial<DossierCase> = {}): object =>
  dossierRow({
    point: 'P1',
    received: at(dayAfter(start, 0)),
    finished: lasted === null ? null : at(dayAfter(start, lasted)),
    field: 'land',
    ...more,
  });

// Received on the first working day; 120 ended, 5 of them withdrawn, 30 are open without a due date.
const PAST = [
  ...Array.from({ length: 115 }, (_none, index) => ({ time: index % 23, isEnded: true, status: 9 })),
  ...Array.from({ length: 5 }, (_none, index) => ({ time: 3 * index, isEnded: true, status: 7 })),
];
const TODAY = 30;
const known_until = [knownRow('dossier', 'national', `${dayAfter(TODAY, 0)}T09:00:00.000Z`)];
const open = [one(TODAY - 4, null, { due: at(dayAfter(TODAY, 3)) }), one(TODAY - 10, null, { due: at(dayAfter(TODAY, 5)), field: 'rare' })];

describe('of two open dossiers', () => {
  beforeAll(() =>
    test.fill({ dossier: [...PAST.map(({ time, status }) => one(0, time, { status })), ...open], working_day: DAYS, known_until }),
  );

  it('as many are expected to be late as the curve of all ends says, from yesterday on', async () => {
    const lives = (isLand: boolean) =>
      kaplanMeier([...PAST, { time: 4, isEnded: false }, ...(isLand ? [] : [{ time: 10, isEnded: false }])]);
    const chance = (isLand: boolean, seen: number, due: number) =>
      (survivalAt(lives(isLand), due)?.share ?? 1) / (survivalAt(lives(isLand), seen)?.share ?? 1);
    // The first has its field’s curve; the second is alone in its field and has that of the city.
    const expected = chance(true, 3, 7) + chance(false, 9, 15);
    const [row] = await test.ask('dossiers_expected_late', { from: '2026-01-05', to: '2026-03-30' });
    expect(row).toMatchObject({ n: 2, value: expect.closeTo(expected, 9) });
    const [share] = await test.ask('expected_late_rate', { from: '2026-01-05', to: '2026-03-30' });
    expect(share).toMatchObject({ n: 2, value: expect.closeTo(expected / 2, 9) });
  });

  it('by day the chance grows with every day on which nothing happens', async () => {
    const days = await test.ask('dossiers_expected_late', {
      from: dayAfter(TODAY, -2),
      to: dayAfter(TODAY, 0),
      by: ['day'],
      where: [{ dimension: 'field', values: ['land'] }],
    });
    const values = days.map(({ value }) => value ?? NaN);
    expect(values.length).toBeGreaterThan(1);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });
});

it('nothing is expected of a city without any dossier', async () => {
  await test.fill({ working_day: DAYS, known_until });
  expect(await test.ask('dossiers_expected_late', { from: '2026-01-05', to: '2026-03-30' })).toMatchObject([{ n: 0, value: 0 }]);
});
