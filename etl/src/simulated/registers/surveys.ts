import { asIso, SECONDS_PER_DAY } from '../instants';
import { BETTER, CRAMPED, SURVEY_DEVICE, SURVEYED, UNEVEN } from '../planted';
import type { NotedDossier } from '../point-notes';
import type { Random } from '../random';
import { includes, type PointSetting, workingDaysOf } from './register-setting';

const POINTS = ['100', '75', '50', '25', '0'];
const KIND = [0.5, 0.34, 0.12, 0.03, 0.01];
const FAIR = [0.3, 0.38, 0.22, 0.07, 0.03];
const HARSH = [0.08, 0.2, 0.32, 0.25, 0.15];
const NOT_LATE = 'KTH';
const ANSWERING_SHARE = 0.16;
const FORMS_A_DAY = 4;

const answer = (random: Random, shares: readonly number[]): string => POINTS[random.pick(shares)] ?? '';

function answers({ profile: { code }, random }: PointSetting, { life }: NotedDossier): string[] {
  const isLate = (life.finished ?? 0) > life.due;
  const waiting = includes(UNEVEN, code) ? HARSH : includes(BETTER, code) ? KIND : FAIR;
  return [
    answer(random, includes(BETTER, code) ? KIND : FAIR),
    answer(random, waiting),
    answer(random, isLate ? HARSH : KIND),
    isLate ? answer(random, life.apology === undefined ? HARSH : FAIR) : NOT_LATE,
    answer(random, includes(CRAMPED, code) ? HARSH : FAIR),
  ];
}

/** Five-question forms about dossiers that were returned, at a few points; one device fills in forms by itself. */
export function writeSurveys(setting: PointSetting): void {
  const { profile, days, notes, files, random } = setting;
  const { code } = profile;
  if (!includes(SURVEYED, code)) return;
  let sequence = 0;
  const write = (...fields: readonly (string | number)[]): void =>
    files.write('survey-forms', `KS-${code}-${String(++sequence).padStart(5, '0')}`, code, ...fields);
  for (const dossier of notes.dossiers) {
    const { file, life } = dossier;
    if (life.returned === undefined || !random.chance(ANSWERING_SHARE)) continue;
    const answered = life.returned + random.between(600, 20_000);
    if (answered >= days.end * SECONDS_PER_DAY) continue;
    const seconds = Math.max(8, Math.round(random.lognormal(62, 0.5)));
    write(file.field, 'online', `M-${code}-${sequence + 1}`, file.code, asIso(days, answered), seconds, ...answers(setting, dossier));
  }
  if (code !== SURVEY_DEVICE.point) return;
  for (const { index } of workingDaysOf(days, SURVEY_DEVICE.from))
    for (let form = 0; form < FORMS_A_DAY; form++) {
      const answered = index * SECONDS_PER_DAY + 16 * 3600 + form * 40 + random.between(0, 20);
      write('', 'online', SURVEY_DEVICE.device, '', asIso(days, answered), random.between(2, 5), '100', '100', '100', NOT_LATE, '100');
    }
}
