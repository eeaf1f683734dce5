import type { Label } from './label';

/** The parts of the form. */
export const II06_GROUPS = ['received', 'settled', 'open'] as const;
export type II06Group = (typeof II06_GROUPS)[number];

/** Headings of the parts, as the form prints them. */
export const II06_GROUP_LABELS: Readonly<Record<II06Group, Label>> = {
  received: { vi: 'Số lượng hồ sơ tiếp nhận', en: 'Dossiers received' },
  settled: { vi: 'Số lượng hồ sơ đã giải quyết', en: 'Dossiers settled' },
  open: { vi: 'Số lượng hồ sơ đang giải quyết', en: 'Dossiers in progress' },
};

/** The numbered columns of the form behind the field, in its order. */
export const II06_CELLS = [
  'received',
  'received_online',
  'received_direct',
  'carried_over',
  'settled',
  'settled_early',
  'settled_on_time',
  'settled_late',
  'open',
  'open_within',
  'open_late',
] as const;
export type II06Cell = (typeof II06_CELLS)[number];

/** A column of the form. */
export interface II06Column {
  readonly id: II06Cell;
  readonly group: II06Group;
  /** As the form numbers it; the field is column 2. */
  readonly number: number;
  readonly label: Label;
}

const column = (id: II06Cell, group: II06Group, number: number, vi: string, en: string): II06Column => ({
  id,
  group,
  number,
  label: { vi, en },
});

/** Columns of form II.06. Source: Circular 01/2020/TT-VPCP, as coded in a provincial one-stop system. */
export const II06_COLUMNS: readonly II06Column[] = [
  column('received', 'received', 3, 'Tổng số', 'Total'),
  column('received_online', 'received', 4, 'Trong kỳ: trực tuyến', 'In the period: online'),
  column('received_direct', 'received', 5, 'Trong kỳ: trực tiếp, dịch vụ bưu chính', 'In the period: at the counter, by post'),
  column('carried_over', 'received', 6, 'Từ kỳ trước', 'From the period before'),
  column('settled', 'settled', 7, 'Tổng số', 'Total'),
  column('settled_early', 'settled', 8, 'Trước hạn', 'Before the due date'),
  column('settled_on_time', 'settled', 9, 'Đúng hạn', 'On the due date'),
  column('settled_late', 'settled', 10, 'Quá hạn', 'Overdue'),
  column('open', 'open', 11, 'Tổng số', 'Total'),
  column('open_within', 'open', 12, 'Trong hạn', 'Within the time limit'),
  column('open_late', 'open', 13, 'Quá hạn', 'Overdue'),
];

/** The numbers of one row of the form. */
export type II06Cells = Readonly<Record<II06Cell, number>>;

/** A row without any dossier. */
export const NO_CELLS: II06Cells = {
  ...{ received: 0, received_online: 0, received_direct: 0, carried_over: 0 },
  ...{ settled: 0, settled_early: 0, settled_on_time: 0, settled_late: 0 },
  ...{ open: 0, open_within: 0, open_late: 0 },
};

/** Rows added up, column by column. */
export const sumOfCells = (rows: readonly II06Cells[]): II06Cells =>
  rows.reduce<II06Cells>(
    (sum, cells) => ({
      received: sum.received + cells.received,
      received_online: sum.received_online + cells.received_online,
      received_direct: sum.received_direct + cells.received_direct,
      carried_over: sum.carried_over + cells.carried_over,
      settled: sum.settled + cells.settled,
      settled_early: sum.settled_early + cells.settled_early,
      settled_on_time: sum.settled_on_time + cells.settled_on_time,
      settled_late: sum.settled_late + cells.settled_late,
      open: sum.open + cells.open,
      open_within: sum.open_within + cells.open_within,
      open_late: sum.open_late + cells.open_late,
    }),
    NO_CELLS,
  );

/** Whose a dossier is: the ward of the point that received it, the unit that decides, or the ward its applicant lives in. */
export const ATTRIBUTIONS = ['reception', 'authority', 'residence'] as const;
export type Attribution = (typeof ATTRIBUTIONS)[number];

/** A part of a form that goes with II.06, and where its numbers come from. */
export interface CompanionPart {
  readonly label: Label;
  /** Columns of II.06 that add up to it; none where it is no number of that form. */
  readonly cells: readonly II06Cell[];
  /** What would have to be told for it; `null` where it is known. */
  readonly needs: Label | null;
}

/** A form that goes with II.06. */
export interface CompanionForm {
  readonly id: 'ii06b' | 'ii06c';
  readonly label: Label;
  readonly parts: readonly CompanionPart[];
}

const part = (vi: string, en: string, cells: readonly II06Cell[], needs: Label | null = null): CompanionPart => ({
  label: { vi, en },
  cells,
  needs,
});

/** The forms beside II.06: what of them is known, and which record is missing for the rest. Source: Circular 01/2020/TT-VPCP. */
export const II06_COMPANIONS: readonly CompanionForm[] = [
  {
    id: 'ii06b',
    label: { vi: 'Biểu II.06b: nguyên nhân quá hạn', en: 'Form II.06b: causes of lateness' },
    parts: [
      part('Hồ sơ đã giải quyết quá hạn', 'Dossiers settled late', ['settled_late']),
      part('Hồ sơ đang giải quyết quá hạn', 'Dossiers in progress past their due date', ['open_late']),
      part('Nguyên nhân nêu với người nộp hồ sơ', 'The cause as the applicant was told', [], {
        vi: 'Lý do ghi trong từng văn bản xin lỗi và đề nghị gia hạn (mẫu số 04); các nguồn hiện chỉ cho biết thời điểm xin lỗi.',
        en: 'The reason written in each letter of apology (form 04); the sources tell only when an apology was made.',
      }),
      part('Do cơ quan phối hợp trả lời chậm', 'Because another agency answered late', [], {
        vi: 'Bước nào của hồ sơ làm trễ hẹn; nguồn công việc liên thông cho biết việc nào quá hạn, không cho biết việc đó có làm trễ hồ sơ hay không.',
        en: 'Which step made the dossier late; the source of tasks tells which were overdue, not whether that delayed the dossier.',
      }),
      part('Do lỗi hệ thống, sự cố kỹ thuật', 'Because of a fault of a system', [], {
        vi: 'Mã các hồ sơ bị ảnh hưởng trong từng sự cố; nguồn sự cố chỉ cho biết thời gian và điểm phục vụ.',
        en: 'The codes of the dossiers that each fault held up; the source of incidents tells only when and where.',
      }),
    ],
  },
  {
    id: 'ii06c',
    label: { vi: 'Biểu II.06c: tổng hợp', en: 'Form II.06c: consolidated' },
    parts: [
      part('Hồ sơ của các phường, xã được chọn', 'Dossiers of the wards and communes that were chosen', ['received']),
      part('Sở, ngành và cơ quan trung ương tại thành phố', 'City departments and national agencies in the city', [], {
        vi: 'Báo cáo II.06 của các cơ quan không dùng chung hệ thống, hoặc hồ sơ của họ theo cấu trúc dữ liệu của Cổng Dịch vụ công quốc gia.',
        en: 'Form II.06 of the agencies that do not use this system, or their dossiers in the format of the national portal.',
      }),
    ],
  },
];
