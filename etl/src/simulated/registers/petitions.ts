import { FIELD_WORK } from '../field-work';
import { dueAfter, instantOf, workTimeOf } from '../instants';
import { PETITION_LATE, UNEVEN } from '../planted';
import { dueAt, duringDay, includes, oneOf, type PointSetting, toldAt, visitsPerDay, workingDaysOf } from './register-setting';

const KINDS = ['waiting', 'attitude', 'time_limit', 'procedure', 'facilities', 'policy'];
const KIND_SHARES = [0.34, 0.14, 0.2, 0.16, 0.1, 0.06];
const CHANNELS = ['portal', 'hotline', 'zalo', 'direct'];
const DAYS_TO_ANSWER = 15;
const PER_VISIT = 0.0022;

/** Petitions with their clock: forwarded within 2 working days, first asked for more within 5, answered within 15. */
export function writePetitions({ profile, days, files, random }: PointSetting): void {
  const isLate = includes(PETITION_LATE, profile.code);
  const perDay = visitsPerDay(profile) * PER_VISIT * (includes(UNEVEN, profile.code) ? 1.8 : 1) + (isLate ? 0.15 : 0);
  let sequence = 0;
  for (const day of workingDaysOf(days))
    for (let count = random.poisson(perDay); count > 0; count--) {
      const received = duringDay(day, random);
      const begin = workTimeOf(days, received);
      const due = dueAfter(days, received, DAYS_TO_ANSWER);
      const isForwarded = random.chance(0.04);
      const after = (workingDays: number) => (isForwarded ? undefined : instantOf(days, begin + workingDays));
      const firstReply = after(Math.min(4.9, random.exponential(0.7)));
      const supplement = random.chance(0.08) ? after(0.5 + 4 * random.uniform()) : undefined;
      const answered = after(1 + random.lognormal(isLate ? 15 : 7, 0.4));
      const published =
        answered === undefined ? undefined : instantOf(days, workTimeOf(days, answered) + Math.min(1.9, random.exponential(0.5)));
      const isOverdue = answered !== undefined && due !== undefined && answered > due;
      files.write(
        'petitions',
        `PAKN-${profile.code}-${String(++sequence).padStart(4, '0')}`,
        profile.code,
        oneOf(FIELD_WORK, random).code,
        KINDS[random.pick(KIND_SHARES)] ?? '',
        oneOf(CHANNELS, random),
        '',
        toldAt(days, received),
        dueAt(days, due),
        isForwarded ? toldAt(days, instantOf(days, begin + Math.min(1.9, random.exponential(0.6)))) : '',
        toldAt(days, supplement),
        toldAt(days, firstReply),
        toldAt(days, answered),
        toldAt(days, published),
        random.chance(0.35) ? 1 : 0,
        random.chance(isOverdue ? 0.4 : 0.06) ? 1 : 0,
        random.chance(0.05) ? 1 : 0,
      );
    }
}
