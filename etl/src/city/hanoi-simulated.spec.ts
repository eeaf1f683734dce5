import { join } from 'node:path';
import { WorkingCalendar } from '@evenhand/domain';
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
});
