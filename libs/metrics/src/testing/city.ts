import type { CitySettings } from '@evenhand/domain';

/** The invented city that the tests ask about. */
export const city: CitySettings = {
  name: { vi: 'Thành phố thử nghiệm', en: 'Test city' },
  zone: 'Asia/Ho_Chi_Minh',
  languages: ['vi', 'en'],
  isSimulated: true,
  longWaitMinutes: 20,
};

const HOURS_EAST = 7;

/** The calendar day on which an instant falls in the test city; `null` for none. */
export const dayIn = (instant: string | null): string | null =>
  instant === null ? null : new Date(Date.parse(instant) + HOURS_EAST * 3_600_000).toISOString().slice(0, 10);

/** The half-hour of the city's day that holds an instant, 0…47. */
export const halfHourIn = (instant: string): number => {
  const local = new Date(Date.parse(instant) + HOURS_EAST * 3_600_000);
  return local.getUTCHours() * 2 + (local.getUTCMinutes() >= 30 ? 1 : 0);
};
