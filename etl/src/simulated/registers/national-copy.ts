import { asCompact } from '../instants';
import { NATIONAL_COPY } from '../planted';
import { tellingOf } from '../traps';
import { dayOf, type PointSetting, THIS_SUMMER } from './register-setting';

const PAUSED = [5, 6, 8];
const SETTLED = 9;

/** Recent dossiers as the national portal holds them: the same, but for one point that masks and one that forgets. */
export function writeNationalCopy({ profile, days, notes, files, random }: PointSetting): void {
  for (const { file, life } of notes.dossiers) {
    const told = tellingOf(days, profile.code, file, life).life;
    if (dayOf(days, told.received) < THIS_SUMMER) continue;
    if (profile.code === NATIONAL_COPY.forgets && random.chance(NATIONAL_COPY.forgottenShare)) continue;
    const isMasked = profile.code === NATIONAL_COPY.masks && PAUSED.includes(told.status);
    const status = isMasked ? SETTLED : told.status;
    files.write('national-copy', file.code, status, asCompact(days, told.received), asCompact(days, told.finished));
  }
}
