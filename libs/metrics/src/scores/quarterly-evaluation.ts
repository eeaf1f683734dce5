import type { CriterionNumber, Label, Points012 } from '@evenhand/domain';

/** What the nine criteria look at, for one unit and quarter. Shares from 0 to 1. */
export interface QuarterFacts {
  /** Settlement of all dossiers against their limits. */
  readonly totalTime: 'shorter' | 'equal' | 'longer';
  /** The same for each agency that takes part; the worst counts. */
  readonly agencyTime: 'shorter' | 'equal' | 'longer';
  /** Most contacts one dossier took to be completed, leaving out what was the applicant's fault. */
  readonly contacts: number;
  /** Agencies that applicants had to go to besides filing and collecting. */
  readonly agencies: number;
  /** Procedures received and returned at the one-stop point. */
  readonly atOnePlace: number;
  /** Procedures received, settled and returned on the spot. */
  readonly onTheSpot: number;
  readonly published: 'posted_and_electronic' | 'one_of_them' | 'not';
  readonly attitude: 'early_without_complaint' | 'on_time_without_complaint' | 'late_without_complaint' | 'upheld_complaint';
  /** Petitions answered in time; `null` without petitions. */
  readonly petitionsInTime: number | null;
  /** Procedures that can be filed online, of those that should. */
  readonly proceduresOnline: number;
  readonly dossiersOnline: number;
  readonly isAnyOnlineLate: boolean;
}

/** How much of its work a unit of each level must settle on the spot for both points. */
const ON_THE_SPOT = { province: 0.2, district: 0.5, commune: 1 } as const;
export type UnitLevel = keyof typeof ON_THE_SPOT;

const bySpeed = (speed: QuarterFacts['totalTime']): Points012 => (speed === 'shorter' ? 2 : speed === 'equal' ? 1 : 0);
const byCount = (count: number): Points012 => (count === 0 ? 2 : count === 1 ? 1 : 0);

function online({ proceduresOnline, dossiersOnline, isAnyOnlineLate }: QuarterFacts): Points012 {
  if (isAnyOnlineLate || dossiersOnline < 0.15) return 0;
  return proceduresOnline >= 0.2 && dossiersOnline >= 0.3 ? 2 : 1;
}

/** One criterion with its rule. */
export interface Criterion {
  readonly number: CriterionNumber;
  readonly label: Label;
  /** The facts that it looks at. */
  readonly reads: readonly (keyof QuarterFacts)[];
  readonly points: (facts: QuarterFacts, level: UnitLevel) => Points012;
}

type Reads = Criterion['reads'];

const criterion = (number: CriterionNumber, reads: Reads, [vi, en]: readonly [string, string], points: Criterion['points']): Criterion => ({
  number,
  label: { vi, en },
  reads,
  points,
});

/** The nine criteria of the quarterly evaluation. Source: Circular 01/2018/TT-VPCP, as coded in a provincial one-stop system. */
export const CRITERIA: readonly Criterion[] = [
  criterion(
    1,
    ['totalTime'],
    ['Tổng thời gian giải quyết thủ tục hành chính so với thời gian quy định', 'Total time of settlement against the limit'],
    ({ totalTime }) => bySpeed(totalTime),
  ),
  criterion(
    2,
    ['agencyTime'],
    [
      'Thời gian giải quyết của từng cơ quan, đơn vị tham gia so với thời gian quy định',
      'Time of each agency that takes part against its limit',
    ],
    ({ agencyTime }) => bySpeed(agencyTime),
  ),
  criterion(
    3,
    ['contacts'],
    ['Số lần phải liên hệ với nơi tiếp nhận để hoàn thiện hồ sơ', 'Contacts with the reception point to complete a dossier'],
    ({ contacts }) => byCount(contacts),
  ),
  criterion(
    4,
    ['agencies'],
    ['Số cơ quan, đơn vị phải liên hệ để hoàn thiện hồ sơ', 'Agencies that applicants had to go to'],
    ({ agencies }) => byCount(agencies),
  ),
  criterion(
    5,
    ['onTheSpot', 'atOnePlace'],
    ['Thực hiện tiếp nhận, giải quyết và trả kết quả tại Bộ phận Một cửa', 'Received, settled and returned at the one-stop point'],
    ({ onTheSpot, atOnePlace }, level) => (onTheSpot >= ON_THE_SPOT[level] ? 2 : atOnePlace >= 1 ? 1 : 0),
  ),
  criterion(6, ['published'], ['Công khai các thủ tục hành chính', 'Procedures made public'], ({ published }) =>
    published === 'posted_and_electronic' ? 2 : published === 'one_of_them' ? 1 : 0,
  ),
  criterion(7, ['attitude'], ['Thái độ của công chức, viên chức khi hướng dẫn, giải quyết', 'Attitude of staff'], ({ attitude }) =>
    attitude === 'early_without_complaint' ? 2 : attitude === 'on_time_without_complaint' ? 1 : 0,
  ),
  criterion(
    8,
    ['petitionsInTime'],
    ['Tiếp thu, giải trình đối với phản ánh, kiến nghị', 'Petitions taken up and answered'],
    ({ petitionsInTime }) => (petitionsInTime === null || petitionsInTime >= 1 ? 2 : petitionsInTime >= 0.9 ? 1 : 0),
  ),
  criterion(
    9,
    ['proceduresOnline', 'dossiersOnline', 'isAnyOnlineLate'],
    ['Tiến độ và chất lượng cung cấp dịch vụ công trực tuyến', 'Progress and quality of online services'],
    online,
  ),
];

/** Classes by the appraised total, the bound included in the better class: exactly 15 is excellent. */
export const CLASSES = [
  { from: 15, label: { vi: 'Xuất sắc', en: 'Excellent' } },
  { from: 12, label: { vi: 'Tốt', en: 'Good' } },
  { from: 9, label: { vi: 'Khá', en: 'Fair' } },
  { from: 6, label: { vi: 'Trung bình', en: 'Average' } },
  { from: 0, label: { vi: 'Yếu', en: 'Weak' } },
] as const;
export type EvaluationClass = (typeof CLASSES)[number];

export interface Evaluation {
  readonly criteria: readonly { readonly criterion: Criterion; readonly points: Points012 }[];
  /** From 0 to 18. */
  readonly total: number;
  readonly class: EvaluationClass;
}

/** The class of a total. Throws RangeError below 0. */
export function classOf(total: number): EvaluationClass {
  const found = CLASSES.find(({ from }) => total >= from);
  if (!found) throw new RangeError(`A total of points is at least 0, not ${total}`);
  return found;
}

/** Evaluates one unit and quarter. */
export function evaluate(facts: QuarterFacts, level: UnitLevel): Evaluation {
  const criteria = CRITERIA.map((one) => ({ criterion: one, points: one.points(facts, level) }));
  const total = criteria.reduce((sum, { points }) => sum + points, 0);
  return { criteria, total, class: classOf(total) };
}
