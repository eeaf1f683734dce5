import type { Days, SimulatedDay } from './days';
import type { DossierLife } from './dossier-life';
import { type DossierFile, unitIdentifier } from './dossier-rows';
import { asCompact, type Instant, SECONDS_PER_DAY } from './instants';
import { FORMER_UNIT, TRAPS, type TrapName } from './planted';
import { Random } from './random';

/** What the messages say of a dossier; at points with a trap that is not what happened. */
export interface Telling {
  readonly file: DossierFile;
  readonly life: Omit<DossierLife, 'due'> & { readonly due: Instant | undefined };
  /** Further members of the dossier's object, each with its comma before it. */
  readonly extras: string;
  /** Steps that nobody took, told in the place of those that somebody did; none where the steps are true. */
  readonly inventedSteps: readonly { readonly at: Instant; readonly text: string }[];
}

type Trap = (told: Telling, days: Days, random: Random) => Partial<Telling>;

const HALF_PAST_ELEVEN = 11.5 * 3600;
const TEN = 10 * 3600;
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

const midnightOf = (instant: Instant): Instant => Math.floor(instant / SECONDS_PER_DAY) * SECONDS_PER_DAY;

/** A step without a person: the words and the status are those that connectors invent. */
function inventedStep({ code }: DossierFile, at: Instant, days: Days): { readonly at: Instant; readonly text: string } {
  const text =
    `{"MaHoSo":"${code}","NguoiXuLy":"Cán bộ một cửa","ChucDanh":"","ThoiDiemXuLy":"${asCompact(days, at)}",` +
    `"PhongBanXuLy":"Tiếp nhận","NoiDungXuLy":"Kết thúc","TrangThai":"9","NgayKetThucTheoQuyDinh":""}`;
  return { at, text };
}

function receivedOnHoliday({ file, life }: Telling, days: Days): Partial<Telling> {
  const before = days.at(Math.max(0, Math.floor(life.received / SECONDS_PER_DAY) - 1));
  if (!before.isHoliday) return {};
  const received = before.index * SECONDS_PER_DAY + TEN;
  return { life: { ...life, received }, file: { ...file, submitted: Math.min(file.submitted, received) } };
}

function dueOnTheDay({ life }: Telling): Partial<Telling> {
  if (life.finished === undefined || life.supplements.length > 0) return {};
  const due = midnightOf(life.finished) + HALF_PAST_ELEVEN;
  return due > life.received && due < life.finished ? { life: { ...life, due } } : {};
}

const TELL: Readonly<Record<TrapName, Trap>> = {
  masked_status: ({ life }) => ([5, 6, 8].includes(life.status) ? { life: { ...life, status: 9 } } : {}),
  // These two stand in the code itself, which is given once: see codeOf.
  random_id: () => ({}),
  old_unit_code: () => ({}),
  filler_identity: ({ file }, _, random) => (random.chance(0.1) ? { file: { ...file, identityPaper: '000000001' } } : {}),
  invented_steps: ({ file, life }, days, random) =>
    life.finished !== undefined && random.chance(0.35)
      ? { life: random.chance(0.2) ? { ...life, due: undefined } : life, inventedSteps: [inventedStep(file, life.received + 60, days)] }
      : {},
  result_is_input: ({ file }, _, random) =>
    file.hasElectronicResult && random.chance(0.2)
      ? {
          file: { ...file, resultPath: `/tep/${file.code}/1.pdf` },
          extras: `,"TaiLieuNop":[{"TenTepDinhKem":"1.pdf","DuongDanTaiTepTin":"/tep/${file.code}/1.pdf","DuocSoHoa":"1"}]`,
        }
      : {},
  always_digitised: ({ file }) => ({ file: { ...file, isDigitised: true } }),
  submitted_is_received: ({ file, life }) => ({ file: { ...file, submitted: life.received } }),
  no_due_date: ({ life }, _, random) => (random.chance(0.06) && life.supplements.length === 0 ? { life: { ...life, due: undefined } } : {}),
  late_on_the_day: (told, _, random) => (random.chance(0.3) ? dueOnTheDay(told) : {}),
  received_on_holiday: receivedOnHoliday,
  ended_before_received: ({ life }, _, random) =>
    life.finished !== undefined && random.chance(0.015) ? { life: { ...life, finished: life.received - 3_600 } } : {},
  returned_before_signed: ({ life }, _, random) =>
    life.finished !== undefined && life.returned !== undefined && random.chance(0.015)
      ? { life: { ...life, returned: life.finished - 1_800 } }
      : {},
};

const trapsAt = (point: string): TrapName[] => (Object.keys(TRAPS) as TrapName[]).filter((name) => TRAPS[name] === point);

/** What the messages say of a dossier of the point: the same each time they speak of it. */
export function tellingOf(days: Days, point: string, file: DossierFile, life: DossierLife): Telling {
  const random = new Random(0, `trap/${file.code}`);
  const told: Telling = { file, life, extras: '', inventedSteps: [] };
  return trapsAt(point).reduce((so, name) => ({ ...so, ...TELL[name](so, days, random) }), told);
}

/** The code of the n-th dossier that a point receives on a day; some connectors invent one, or go on with a former unit’s. */
export function codeOf(point: string, { compact, month }: SimulatedDay, sequence: number): string {
  const random = new Random(0, `code/${point}/${compact}/${sequence}`);
  const isFormer = point === TRAPS.old_unit_code && month === 0 && random.chance(0.3);
  const isInvented = point === TRAPS.random_id && random.chance(0.03);
  const last = isInvented
    ? Array.from({ length: 6 }, () => LETTERS[random.between(0, LETTERS.length)]).join('')
    : String(sequence).padStart(4, '0');
  return `${unitIdentifier(isFormer ? FORMER_UNIT : point)}-${compact.slice(2)}-${last}`;
}
