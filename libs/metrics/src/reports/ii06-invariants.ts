import { II06_CELLS, type II06Cell, type II06Cells, type Label, sumOfCells } from '@evenhand/domain';

/** A law that ties the numbers of one row together: the cells on the left add up to those on the right. */
export interface RowLaw {
  readonly id: string;
  readonly label: Label;
  readonly left: readonly II06Cell[];
  readonly right: readonly II06Cell[];
}

const law = (id: string, left: readonly II06Cell[], right: readonly II06Cell[], vi: string, en: string): RowLaw => ({
  id,
  label: { vi, en },
  left,
  right,
});

/** What must hold in every row of the form and in its total. */
export const ROW_LAWS: readonly RowLaw[] = [
  law(
    'received_parts',
    ['received'],
    ['received_online', 'received_direct', 'carried_over'],
    'Tổng số tiếp nhận = trực tuyến + trực tiếp, bưu chính + từ kỳ trước: (3) = (4) + (5) + (6)',
    'Received = online + at the counter or by post + carried over: (3) = (4) + (5) + (6)',
  ),
  law(
    'settled_parts',
    ['settled'],
    ['settled_early', 'settled_on_time', 'settled_late'],
    'Tổng số đã giải quyết = trước hạn + đúng hạn + quá hạn: (7) = (8) + (9) + (10)',
    'Settled = before + on + after the due date: (7) = (8) + (9) + (10)',
  ),
  law(
    'open_parts',
    ['open'],
    ['open_within', 'open_late'],
    'Tổng số đang giải quyết = trong hạn + quá hạn: (11) = (12) + (13)',
    'In progress = within the time limit + overdue: (11) = (12) + (13)',
  ),
  law(
    'balance',
    ['received'],
    ['settled', 'open'],
    'Tổng số tiếp nhận = đã giải quyết + đang giải quyết: (3) = (7) + (11)',
    'Received = settled + in progress: (3) = (7) + (11)',
  ),
];

/** The total of a column is the sum of its rows, counted independently. */
export const TOTAL_LAW = {
  id: 'total',
  label: { vi: 'Dòng tổng = cộng các lĩnh vực, từng cột', en: 'The total = the fields added up, column by column' },
} as const satisfies { readonly id: string; readonly label: Label };

/** What one period leaves open the next one carries over. */
export const CONTINUITY_LAW = {
  id: 'continuity',
  label: { vi: 'Từ kỳ trước (6) = đang giải quyết (11) của kỳ liền trước', en: 'Carried over (6) = in progress (11) of the period before' },
} as const satisfies { readonly id: string; readonly label: Label };

/** Where a law does not hold: two numbers that ought to be one. */
export interface Breach {
  /** The field of the row; `null` in the total. */
  readonly field: string | null;
  readonly cell: II06Cell;
  readonly left: number;
  readonly right: number;
}

/** A law with the places in which it is broken; it holds where there are none. */
export interface Checked {
  readonly id: string;
  readonly label: Label;
  readonly breaches: readonly Breach[];
}

/** One row of the form. */
export interface CheckedRow {
  readonly field: string | null;
  readonly cells: II06Cells;
}

const added = (cells: II06Cells, ids: readonly II06Cell[]): number => ids.reduce((sum, id) => sum + cells[id], 0);

const brokenRow = ({ left, right }: RowLaw, { field, cells }: CheckedRow): Breach[] => {
  const sums = { left: added(cells, left), right: added(cells, right) };
  return sums.left === sums.right ? [] : [{ field, cell: left[0] ?? 'received', ...sums }];
};

/** What a report claims, for the laws to be held against. */
export interface Claimed {
  readonly rows: readonly CheckedRow[];
  /** Counted independently of the rows. */
  readonly total: II06Cells;
  /** What the period before left open; `null` where nobody asked. */
  readonly openBefore: number | null;
}

/** Every law, with the rows and cells in which it is broken. */
export function checkII06({ rows, total, openBefore }: Claimed): Checked[] {
  const all = [...rows, { field: null, cells: total }];
  const sums = sumOfCells(rows.map(({ cells }) => cells));
  const totals = II06_CELLS.flatMap((cell): Breach[] =>
    sums[cell] === total[cell] ? [] : [{ field: null, cell, left: total[cell], right: sums[cell] }],
  );
  const carried =
    openBefore === null || openBefore === total.carried_over
      ? []
      : [{ field: null, cell: 'carried_over' as const, left: total.carried_over, right: openBefore }];
  return [
    ...ROW_LAWS.map((one) => ({ id: one.id, label: one.label, breaches: all.flatMap((row) => brokenRow(one, row)) })),
    { ...TOTAL_LAW, breaches: totals },
    { ...CONTINUITY_LAW, breaches: carried },
  ];
}
