import type { SimulatedDay } from '../days';
import { BETTER, TINY } from '../planted';
import { includes, oneOf, type PointSetting, RECENT, THIS_SUMMER, visitsPerDay, workingDaysOf } from './register-setting';

const AGE_GROUPS = ['under_30', '30_to_59', '60_and_over'];
const AGE_SHARES = [0.1, 0.35, 0.55];
const GROUPS = ['elderly', 'disabled', 'near_poor', 'all'];
const WEDNESDAY = 3;

const isFirstOfMonth = (days: readonly SimulatedDay[], position: number): boolean =>
  days[position]?.month !== days[position - 1]?.month || position === 0;

/** Who looked something up in the population database. */
export function writePopulationLookups({ profile, days, files, random }: PointSetting): void {
  const share = visitsPerDay(profile) / 6;
  for (const { day } of workingDaysOf(days, RECENT))
    for (const person of ['G1', 'C1', 'C2']) {
      const lookups = random.poisson(share);
      files.write(
        'population-lookups',
        profile.code,
        day,
        `NV-${profile.code}-${person}`,
        'civil_servant',
        lookups,
        lookups > 0 && random.chance(0.1) ? 1 : 0,
      );
    }
}

/** Certified electronic copies. */
export function writeElectronicCopies({ profile, days, files, random }: PointSetting): void {
  const mean = visitsPerDay(profile) * (includes(BETTER, profile.code) ? 0.12 : 0.04);
  for (const { day } of workingDaysOf(days, THIS_SUMMER)) {
    const issued = random.poisson(mean);
    files.write('electronic-copies', profile.code, day, issued, random.poisson(0.05), Math.min(issued, random.poisson(mean * 0.4)));
  }
}

/** Help with online submissions and declarations, by age. */
export function writeAssistance({ profile, days, files, random }: PointSetting): void {
  const mean = visitsPerDay(profile) * 0.15;
  for (const { day } of workingDaysOf(days, RECENT))
    AGE_GROUPS.forEach((group, index) => {
      const submissions = random.poisson(mean * (AGE_SHARES[index] ?? 0));
      files.write('assisted-submissions', profile.code, day, group, submissions, random.poisson(0.3), submissions * random.between(8, 16));
    });
}

/** Visits at home and events away from the counter, at small and remote points. */
export function writeMobileVisits({ profile, days, files, random }: PointSetting): void {
  if (!(profile.code in TINY)) return;
  let sequence = 0;
  for (const { day, weekday } of workingDaysOf(days)) {
    if (weekday !== WEDNESDAY) continue;
    const isHousehold = random.chance(0.7);
    const households = isHousehold ? random.between(2, 7) : 0;
    files.write(
      'mobile-visits',
      `LD-${profile.code}-${String(++sequence).padStart(4, '0')}`,
      profile.code,
      day,
      isHousehold ? 'household' : 'event',
      oneOf(GROUPS, random),
      households,
      isHousehold ? households : random.between(5, 20),
      random.between(2, 18),
      random.between(90, 260),
    );
  }
}

/** One evening of digital education a month. */
export function writeDigitalEducation({ profile, days, files, random }: PointSetting): void {
  const evenings = workingDaysOf(days);
  let sequence = 0;
  evenings.forEach(({ day }, position) => {
    if (!isFirstOfMonth(evenings, position)) return;
    const attendees = random.between(12, 60);
    files.write(
      'digital-education',
      `BD-${profile.code}-${String(++sequence).padStart(4, '0')}`,
      profile.code,
      day,
      oneOf(GROUPS, random),
      attendees,
      Math.round(attendees * random.uniform() * 0.6),
      random.between(60, 150),
    );
  });
}

/** Two days of citizen reception a month, the 10th and the 25th or the working day after. */
export function writeCitizenReception({ profile, days, files, random }: PointSetting): void {
  const working = workingDaysOf(days);
  working.forEach(({ day, month }, position) => {
    const before = working[position - 1];
    const dayOfMonth = Number(day.slice(8));
    const isDue = [10, 25].some(
      (due) => dayOfMonth >= due && (before === undefined || before.month !== month || Number(before.day.slice(8)) < due),
    );
    if (!isDue) return;
    const sessions = random.poisson(2.5);
    files.write('citizen-reception', profile.code, day, sessions, random.poisson(1.5), sessions * random.between(15, 35));
  });
}

/** What each system itself counts of a day: also of days of which its files tell nothing. */
export function writeSourceCounts({ profile: { code }, days, notes, files }: PointSetting): void {
  for (const { index, day, isWorking } of days.all.slice(0, days.end)) {
    if (day < RECENT || !(isWorking || notes.tickets[index])) continue;
    files.write('source-counts', 'queue-log', code, day, notes.tickets[index] ?? 0, '', '');
    files.write('source-counts', 'national-dossiers', code, day, '', notes.dossiersReceived[index] ?? 0, '');
    files.write('source-counts', 'ratings', code, day, '', '', notes.ratings[index] ?? 0);
  }
}
