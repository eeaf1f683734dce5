import { join } from 'node:path';
import { weekdayOf, WorkingCalendar } from '@evenhand/domain';
import type { CityDescription } from './city-description';
import { grouped } from './grouped';
import { readCity } from './read-city';

const city: CityDescription = readCity(join(__dirname, '../../cities/hanoi-simulated/city.yml'));
const LAST_DAY = '2026-10-31';

describe('the simulated Hanoi', () => {
  it('says that it is simulated', () => expect(city.settings.isSimulated).toBe(true));

  it('has 51 phường and 75 xã with codes of five digits, each on a tile of its own', () => {
    const types = grouped(city.wards, ({ type }) => type);
    expect([types.get('phường')?.length, types.get('xã')?.length]).toEqual([51, 75]);
    expect(city.wards.filter(({ code }) => !/^\d{5}$/.test(code))).toEqual([]);
    expect(new Set(city.wards.map(({ column, row }) => `${column}/${row}`)).size).toBe(126);
  });

  it('has one point per unit, and 12 branches of similar size', () => {
    expect(city.points.map(({ wardCode }) => wardCode).toSorted()).toEqual(city.wards.map(({ code }) => code).toSorted());
    const atTheEnd = city.management.filter(({ validTo }) => validTo === null || validTo > LAST_DAY);
    const sizes = [...grouped(atTheEnd, ({ branchCode }) => branchCode).values()].map((points) => points.length);
    expect(sizes).toHaveLength(12);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(9);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(11);
  });

  it('knows the field and the limit of every procedure', () =>
    expect(city.procedures.filter(({ fieldCode, workingDays }) => fieldCode === null || workingDays === null)).toEqual([]));

  it('works on 249 days from November 2025 to October 2026', () =>
    // 260 days from Monday to Friday, less 13 that fall on holidays and moved rest days, plus 2 swapped Saturdays
    expect(new WorkingCalendar(city.calendar).workingDays('2025-11-01', '2026-11-01')).toHaveLength(249));

  it('counts five working days over Tết 2026 from Thursday 12 to Thursday 26 February', () =>
    expect(new WorkingCalendar(city.calendar).addWorkingDays('2026-02-12', 5)).toBe('2026-02-26'));

  it.each([
    // weekdays − holidays on weekdays + swapped Saturdays
    [2024, 262 - 12 + 1],
    [2025, 261 - 12 + 1],
    [2026, 261 - 14 + 2],
    [2027, 261 - 12],
  ])('works on so many days of %i: %i', (year, days) =>
    expect(new WorkingCalendar(city.calendar).workingDays(`${year}-01-01`, `${year + 1}-01-01`)).toHaveLength(days),
  );

  it('says of each day of its calendar which text says so, and marks what nobody has decided yet', () => {
    expect(city.calendar.filter(({ source }) => source === null)).toEqual([]);
    const assumed = city.calendar.filter(({ standing }) => standing === 'assumed').map(({ day }) => day.slice(0, 4));
    expect(new Set(assumed)).toEqual(new Set(['2027']));
  });

  it('lets people work on as many Saturdays as weekdays were moved', () => {
    const moved = city.calendar.filter(({ kind }) => kind === 'weekly_rest').length;
    const swapped = city.calendar.filter(({ kind }) => kind === 'swap_working');
    expect(swapped).toHaveLength(moved);
    expect(swapped.filter(({ day }) => weekdayOf(day) !== 6)).toEqual([]);
  });
});
