import { dueAt, type Limit } from './deadline';
import { type Label } from './label';
import { addDays } from './time-range';
import { END_OF_DAY, type WallClock } from './wall-clock';
import { type WorkingTime } from './working-time';

/** An act that an office owes within a limit from an instant. */
export interface StatutoryAct {
  readonly label: Label;
  readonly limit: Limit;
  /** Where the limit is stated, as far as it is known; a starting point to check against the text in force. */
  readonly source: Label;
}

const days = (count: number): Limit => ({ unit: 'working_days', count });
const PETITIONS: Label = { vi: 'Bộ chỉ số 766: phản ánh, kiến nghị', en: 'Index 766: petitions and feedback' };
const ONE_STOP: Label = { vi: 'Cơ chế một cửa: Nghị định 118/2025/NĐ-CP', en: 'One-stop service: Decree 118/2025/NĐ-CP' };

const act = (vi: string, en: string, limit: Limit, source: Label): StatutoryAct => ({ label: { vi, en }, limit, source });

/** What must happen within a limit that is the same for every procedure. */
export const STATUTORY_ACTS = {
  online_answer: act('Tiếp nhận hoặc trả lời hồ sơ trực tuyến', 'Answer to an online dossier', { unit: 'hours', count: 8 }, ONE_STOP),
  incomplete_notice: act('Thông báo hồ sơ chưa đầy đủ', 'Notice that a dossier is incomplete', days(3), ONE_STOP),
  petition_refusal: act('Từ chối hoặc trả lại phản ánh, kiến nghị', 'Refusal or return of a petition', days(2), PETITIONS),
  petition_supplement: act('Yêu cầu bổ sung phản ánh, kiến nghị', 'First supplement request on a petition', days(5), PETITIONS),
  petition_answer: act('Trả lời phản ánh, kiến nghị', 'Answer to a petition', days(15), PETITIONS),
} as const satisfies Readonly<Record<string, StatutoryAct>>;
export type StatutoryActName = keyof typeof STATUTORY_ACTS;

/** The last instant at which an act that is owed from an instant on is in time. */
export function actDueAt(time: WorkingTime, name: StatutoryActName, from: WallClock): WallClock {
  const due = dueAt(time, { received: from, limit: STATUTORY_ACTS[name].limit });
  if (!due) throw new RangeError(`The limit of "${name}" has no end.`);
  return due;
}

/**
 * The last instant of an apology for a dossier that will be late: the end of the day before it is due. Rest days count,
 * because the rule speaks of a day and not of a working day.
 */
export const apologyDueAt = (due: WallClock): WallClock => ({ day: addDays(due.day, -1), second: END_OF_DAY });
