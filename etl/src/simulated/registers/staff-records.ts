import { addDays } from '@evenhand/domain';
import { CONTRACT_SIGNED, EXPIRED_SIGNATURE, UNCERTIFIED } from '../planted';
import type { PointProfile } from '../point-profile';
import type { Random } from '../random';
import { includes, type PointSetting } from './register-setting';

const SINCE = '2025-07-01';
/** Two to five civil servants of each unit moved to the city centre. */
const TRANSFER = { from: '2025-12-05', days: 116 } as const;
const LETTER = { general: 'G', land: 'D' } as const;
const AT_COUNTER = 'receive;collect_fee;return_result';

interface Member {
  readonly staff: string;
  readonly isContract: boolean;
  readonly role: string;
  readonly actions: string;
  readonly from: string;
  readonly movedFrom: string;
}

const member = (staff: string, role: string, actions: string, details: Partial<Member> = {}): Member => ({
  staff,
  role,
  actions,
  isContract: false,
  from: SINCE,
  movedFrom: '',
  ...details,
});

function members({ code, queues, contractShare }: PointProfile, random: Random): Member[] {
  const name = (suffix: string): string => `NV-${code}-${suffix}`;
  const atCounters = queues.flatMap((queue) =>
    Array.from({ length: queue.morningDesks + 1 }, (_, index) =>
      member(name(`${LETTER[queue.name]}${index + 1}`), 'receiving_officer', AT_COUNTER, {
        isContract: contractShare > 0 && index === queue.morningDesks,
      }),
    ),
  );
  const specialists = ['civil_status_officer', 'land_officer', 'social_officer', 'document_officer'].map((role, index) =>
    member(name(`C${index + 1}`), role, 'appraise;look_up_population'),
  );
  const guideActions = includes(CONTRACT_SIGNED, code) ? 'guide;sign;return_result' : 'guide';
  const moved = Array.from({ length: random.between(2, 6) }, (_, index) =>
    member(name(`T${index + 1}`), 'receiving_officer', AT_COUNTER, {
      from: addDays(TRANSFER.from, random.between(0, TRANSFER.days)),
      movedFrom: code,
    }),
  );
  return [
    ...atCounters,
    ...specialists,
    ...moved,
    member(name('M1'), 'receiving_officer', 'receive'),
    member(name('L1'), 'head', 'approve;sign'),
    member(name('H1'), 'guide', guideActions, { isContract: true }),
  ];
}

function train({ profile: { code }, files, random }: PointSetting, { staff, isContract, from }: Member): void {
  const enrolled = addDays(from, 30 + random.between(0, 60));
  const pass = (course: string, years: number): void =>
    files.write(
      'training',
      staff,
      code,
      course,
      enrolled,
      addDays(enrolled, 14),
      addDays(enrolled, 365 * years),
      'passed',
      random.between(60, 100),
    );
  if (isContract && includes(UNCERTIFIED, code)) {
    files.write('training', staff, code, 'information_security', enrolled, '', '', 'in_progress', '');
    return;
  }
  pass('digital_skills', 2);
  if (isContract || random.chance(0.8)) pass('information_security', 2);
  if (random.chance(0.25)) pass('ai_skills', 3);
}

function certify({ profile: { code }, files }: PointSetting, { staff, isContract, role, from }: Member): void {
  if (isContract) return;
  const isExpired = role === 'head' && includes(EXPIRED_SIGNATURE, code);
  files.write('digital-signatures', staff, code, isExpired ? '2024-08-15' : from, isExpired ? '2026-08-15' : addDays(from, 730), '');
}

/** The staff register of a point, what its people learnt and with which certificates they sign. */
export function writeStaffRecords(setting: PointSetting): void {
  const { profile, files, random } = setting;
  for (const one of members(profile, random)) {
    const staffClass = one.isContract ? 'contract' : 'civil_servant';
    files.write('staff-register', one.staff, staffClass, profile.code, one.role, one.from, '', one.movedFrom, one.actions);
    train(setting, one);
    certify(setting, one);
  }
}
