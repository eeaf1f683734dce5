import type { CriterionNumber, Label, StatedFigure } from '@evenhand/domain';
import type { DossierCounts } from './dossier-counts';
import type { PetitionCounts } from './petition-counts';
import type { AgencyCounts, BoardCounts, LevelCounts } from './quarterly-counts';
import type { QuarterFacts } from './quarterly-evaluation';
import { ANYTHING, type PossibleFacts } from './quarterly-known';

/** What was counted for one unit and quarter; `null` where no feed has told of it. */
export interface QuarterCounts {
  readonly dossiers: DossierCounts | null;
  readonly petitions: PetitionCounts | null;
  readonly agencies: AgencyCounts | null;
  readonly boards: BoardCounts | null;
  readonly levels: LevelCounts | null;
  readonly stated: readonly StatedFigure[];
}

type Speed = QuarterFacts['totalTime'];

/** Days ahead of the due days, added up: time was won, kept or lost. */
const speedOf = (daysAhead: number): Speed => (daysAhead > 0 ? 'shorter' : daysAhead === 0 ? 'equal' : 'longer');

const isJudged = ({ settled_early, settled_on_time, settled_late }: DossierCounts): boolean =>
  settled_early + settled_on_time + settled_late > 0;

const totalTime = ({ dossiers }: QuarterCounts): readonly Speed[] =>
  dossiers && isJudged(dossiers) ? [speedOf(dossiers.days_ahead)] : ANYTHING.totalTime;

/** The slowest agency counts. */
function agencyTime({ agencies }: QuarterCounts): readonly Speed[] {
  if (agencies === null || agencies.agencies === 0) return ANYTHING.agencyTime;
  return [agencies.longer > 0 ? 'longer' : agencies.equal > 0 ? 'equal' : 'shorter'];
}

/** A request to supplement may be the applicant's own fault, which only people can say. */
function contacts({ dossiers }: QuarterCounts): readonly number[] {
  if (!dossiers || dossiers.settled === 0) return ANYTHING.contacts;
  if (dossiers.supplemented_more > 0) return [0, 1, 2];
  return dossiers.supplemented_once > 0 ? [0, 1] : [0];
}

const BY_BOARDS = ['not', 'one_of_them', 'posted_and_electronic'] as const;

const published = ({ boards }: QuarterCounts): readonly QuarterFacts['published'][] =>
  boards === null ? ANYTHING.published : BY_BOARDS.slice(boards.least, boards.most + 1);

const WITHOUT_COMPLAINT = {
  shorter: 'early_without_complaint',
  equal: 'on_time_without_complaint',
  longer: 'late_without_complaint',
} as const satisfies Readonly<Record<Speed, QuarterFacts['attitude']>>;

/** Complaints about staff that nobody has decided may turn out to be right. */
function attitude(counts: QuarterCounts): readonly QuarterFacts['attitude'][] {
  const { petitions } = counts;
  if (petitions === null) return ANYTHING.attitude;
  if (petitions.upheld_about_staff > 0) return ['upheld_complaint'];
  const without = totalTime(counts).map((speed) => WITHOUT_COMPLAINT[speed]);
  return petitions.open_about_staff > 0 ? [...without, 'upheld_complaint'] : without;
}

function petitionsInTime({ petitions }: QuarterCounts): readonly (number | null)[] {
  if (petitions === null) return ANYTHING.petitionsInTime;
  const { decided, decided_in_time, received_undecided } = petitions;
  const all = decided + received_undecided;
  return all === 0 ? [null] : [decided_in_time / all, (decided_in_time + received_undecided) / all];
}

const shareStated = ({ stated }: QuarterCounts, item: string): readonly number[] | undefined =>
  stated.flatMap((one) => (one.item === item && one.met !== null && one.of !== null && one.of > 0 ? [one.met / one.of] : [])).slice(0, 1);

const dossiersOnline = ({ dossiers }: QuarterCounts): readonly number[] =>
  dossiers && dossiers.received > 0 ? [dossiers.online / dossiers.received] : ANYTHING.dossiersOnline;

function isAnyOnlineLate({ dossiers }: QuarterCounts): readonly boolean[] {
  if (!dossiers || dossiers.received === 0) return ANYTHING.isAnyOnlineLate;
  if (dossiers.online_late > 0) return [true];
  return dossiers.undecided > 0 ? [false, true] : [false];
}

/** What the facts of the nine criteria may be, as far as feeds tell and people state. */
export function possibleFacts(counts: QuarterCounts): PossibleFacts {
  const procedures = shareStated(counts, 'index-766/3.1') ?? [];
  return {
    ...ANYTHING,
    totalTime: totalTime(counts),
    agencyTime: agencyTime(counts),
    contacts: contacts(counts),
    published: published(counts),
    attitude: attitude(counts),
    petitionsInTime: petitionsInTime(counts),
    proceduresOnline: procedures.length > 0 ? procedures : ANYTHING.proceduresOnline,
    dossiersOnline: dossiersOnline(counts),
    isAnyOnlineLate: isAnyOnlineLate(counts),
  };
}

/** A number that a criterion rests on. */
export interface EvidenceNumber {
  readonly id: string;
  readonly label: Label;
  readonly value: number;
}

const number = (id: string, value: number, vi: string, en: string): EvidenceNumber => ({ id, value, label: { vi, en } });

function ofDossiers(criterion: CriterionNumber, dossiers: DossierCounts): readonly EvidenceNumber[] {
  if (criterion === 1)
    return [
      number('settled_early', dossiers.settled_early, 'Hồ sơ giải quyết trước hạn', 'Settled before the due day'),
      number('settled_on_time', dossiers.settled_on_time, 'Hồ sơ giải quyết đúng hạn', 'Settled on the due day'),
      number('settled_late', dossiers.settled_late, 'Hồ sơ giải quyết quá hạn', 'Settled after the due day'),
      number('days_ahead', dossiers.days_ahead, 'Tổng số ngày sớm hơn hạn', 'Days ahead of the due days, added up'),
    ];
  if (criterion === 3)
    return [
      number('supplemented_once', dossiers.supplemented_once, 'Hồ sơ phải bổ sung một lần', 'Supplemented once'),
      number('supplemented_more', dossiers.supplemented_more, 'Hồ sơ phải bổ sung quá một lần', 'Supplemented more than once'),
    ];
  if (criterion === 9)
    return [
      number('received', dossiers.received, 'Hồ sơ tiếp nhận trong kỳ', 'Received in the period'),
      number('online', dossiers.online, 'Hồ sơ nộp trực tuyến', 'Submitted online'),
      number('online_late', dossiers.online_late, 'Hồ sơ trực tuyến quá hạn', 'Submitted online and late'),
    ];
  return [];
}

function ofPetitions(criterion: CriterionNumber, petitions: PetitionCounts): readonly EvidenceNumber[] {
  if (criterion === 7)
    return [
      number('about_staff', petitions.about_staff, 'Phản ánh về thái độ, hành vi', 'Petitions about behaviour'),
      number('upheld_about_staff', petitions.upheld_about_staff, 'Phản ánh về thái độ được xác định là đúng', 'Of these, upheld'),
      number('open_about_staff', petitions.open_about_staff, 'Phản ánh về thái độ chưa có kết luận', 'Of these, not decided'),
    ];
  if (criterion === 8)
    return [
      number('decided', petitions.decided, 'Phản ánh, kiến nghị đã xử lý hoặc quá hạn', 'Petitions handled or overdue'),
      number('decided_in_time', petitions.decided_in_time, 'Phản ánh, kiến nghị xử lý đúng hạn', 'Of these, handled in time'),
    ];
  return [];
}

/** The numbers that a criterion rests on; none where no feed tells. */
export function evidenceOf(
  criterion: CriterionNumber,
  { dossiers, petitions, agencies, boards }: QuarterCounts,
): readonly EvidenceNumber[] {
  if (criterion === 2 && agencies)
    return [
      number('agencies_longer', agencies.longer, 'Cơ quan giải quyết lâu hơn quy định', 'Agencies that took longer than allowed'),
      number('agencies', agencies.agencies, 'Cơ quan tham gia giải quyết', 'Agencies that took part'),
    ];
  if (criterion === 6 && boards)
    return [number('points', boards.points, 'Điểm phục vụ đã được ghi nhận việc niêm yết', 'Points whose boards were looked at')];
  return [...(dossiers ? ofDossiers(criterion, dossiers) : []), ...(petitions ? ofPetitions(criterion, petitions) : [])];
}
