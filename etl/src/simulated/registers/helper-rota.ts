import { asIso, SECONDS_PER_DAY } from '../instants';
import type { PointSetting } from './register-setting';
import { workingDaysOf } from './register-setting';

const MONDAY = 1;
const THURSDAY = 4;

/** Helpers on Monday and Thursday mornings, at every sixth point that has a queue to speak of. */
export function writeHelperRota({ profile, days, files, random }: PointSetting): void {
  if (!random.chance(1 / 6)) return;
  for (const { index, weekday } of workingDaysOf(days)) {
    if (weekday !== MONDAY && weekday !== THURSDAY) continue;
    const midnight = index * SECONDS_PER_DAY;
    for (let helper = 1; helper <= 2; helper++)
      files.write(
        'helper-rota',
        `TN-${profile.code}-${helper}`,
        profile.code,
        asIso(days, midnight + 8 * 3600),
        asIso(days, midnight + 11.5 * 3600),
      );
  }
}
