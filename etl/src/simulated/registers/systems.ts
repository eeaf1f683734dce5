import type { Days } from '../days';
import { asIso, SECONDS_PER_DAY, type Instant } from '../instants';
import { secondsOf } from '../opening';
import { CIVIL_STATUS_OUTAGES, PORTAL_OUTAGE, YEN_SO } from '../planted';
import { type CitySetting, oneOf, type PointSetting, RECENT, visitsPerDay, workingDaysOf } from './register-setting';

interface Outage {
  readonly id: string;
  readonly system: string;
  /** Empty for the whole city. */
  readonly point: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly effect: string;
}

interface Stretch {
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

const HOURS = [8, 9, 10, 11, 13, 14, 15, 16];
const HOUR = 3600;

function plantedOutage(days: Days, outage: Pick<Outage, 'id' | 'system' | 'point'>, { day, from, to }: Stretch): Outage[] {
  const place = days.all.find((one) => one.day === day && one.index < days.end);
  if (!place) return [];
  const midnight = place.index * SECONDS_PER_DAY;
  return [{ ...outage, from: midnight + secondsOf(from), to: midnight + secondsOf(to), effect: 'outage' }];
}

/** The outages that are known beforehand: the civil-status software of one ward, the portal of the whole city. */
const plantedOutages = (days: Days): Outage[] => [
  ...CIVIL_STATUS_OUTAGES.flatMap((stretch, index) =>
    plantedOutage(days, { id: `SC-HT-${index + 1}`, system: 'civil_status', point: YEN_SO }, stretch),
  ),
  ...plantedOutage(days, { id: 'SC-CDVC-1', system: 'city_portal', point: '' }, PORTAL_OUTAGE),
];

/** All outages of the year: the planted ones, and short errors of the population database here and there. */
export function writeIncidents({ days, files, random, profiles }: CitySetting): void {
  const write = ({ id, system, point, from, to, effect }: Outage, failed: number): void =>
    files.write('incidents', id, system, point, asIso(days, from), asIso(days, to), effect, failed);
  for (const outage of plantedOutages(days)) write(outage, outage.point === '' ? 2_410 : 38 * Math.ceil((outage.to - outage.from) / HOUR));
  let sequence = 0;
  for (const { index } of workingDaysOf(days)) {
    if (!random.chance(0.06)) continue;
    const from = index * SECONDS_PER_DAY + random.between(8 * HOUR, 16 * HOUR);
    const to = from + random.between(300, 2_400);
    write(
      { id: `SC-DC-${++sequence}`, system: 'population', point: oneOf(profiles, random).code, from, to, effect: 'errors' },
      random.between(3, 30),
    );
  }
}

const minutesDown = (outages: readonly Outage[], system: string, point: string, hour: Instant): number =>
  outages
    .filter((outage) => outage.system === system && (outage.point === '' || outage.point === point))
    .reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, hour + HOUR) - Math.max(from, hour)) / 60, 0);

/** Calls per hour of the systems that a point uses, and how many failed. */
export function writeSystemHealth({ profile, days, files, random }: PointSetting): void {
  const outages = plantedOutages(days);
  const perHour = visitsPerDay(profile) / HOURS.length;
  for (const { index } of workingDaysOf(days, RECENT))
    for (const hour of HOURS)
      for (const system of ['civil_status', 'population', 'one_stop']) {
        const at = index * SECONDS_PER_DAY + hour * HOUR;
        const down = Math.round(minutesDown(outages, system, profile.code, at));
        const calls = 1 + random.poisson(perHour);
        const failed = Math.min(calls, Math.round((calls * down) / 60) + (random.chance(0.01) ? 1 : 0));
        const mean = random.between(180, 620);
        files.write(
          'system-health',
          system,
          profile.code,
          asIso(days, at),
          calls,
          failed,
          (calls - failed) * mean,
          down > 0 ? 30_000 : mean * 3,
          down,
        );
      }
}

/** Calls per hour of the city’s portal, around the day on which it failed and in the last month. */
export function writePortalHealth({ days, files, random }: CitySetting): void {
  const outages = plantedOutages(days);
  const shown = workingDaysOf(days).filter(({ day }) => day >= RECENT || day === PORTAL_OUTAGE.day);
  for (const { index } of shown)
    for (const hour of HOURS) {
      const at = index * SECONDS_PER_DAY + hour * HOUR;
      const down = Math.round(minutesDown(outages, 'city_portal', '', at));
      const calls = random.between(1_100, 1_500);
      const failed = Math.round((calls * down) / 60) + random.between(0, 6);
      const mean = random.between(240, 520);
      files.write(
        'system-health',
        'city_portal',
        '',
        asIso(days, at),
        calls,
        Math.min(calls, failed),
        (calls - Math.min(calls, failed)) * mean,
        mean * 4,
        down,
      );
    }
}
