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
