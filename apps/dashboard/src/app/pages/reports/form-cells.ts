import type { ReportII06Page } from '@evenhand/contracts';
import { II06_CELLS, type II06Cell, type Label } from '@evenhand/domain';

/** A number of form II.06: a column, and the field of its row; `null` for the total. */
export interface FormCell {
  readonly cell: II06Cell;
  readonly field: string | null;
}

/** A number of the form in a link: `settled_late/land`, or `settled_late` in the total. */
export const writeFormCell = (cell: II06Cell, field: string | null): string => (field === null ? cell : `${cell}/${field}`);

/** Reads {@link writeFormCell}; `null` for anything else. */
export function readFormCell(text: string | null): FormCell | null {
  const [name, ...rest] = (text ?? '').split('/');
  const cell = II06_CELLS.find((one) => one === name);
  return cell === undefined ? null : { cell, field: rest.length === 0 ? null : rest.join('/') };
}

/** The headings over the columns, each as wide as its part of the form. */
export function groupSpans(columns: ReportII06Page['columns']): readonly { readonly label: Label; readonly span: number }[] {
  const groups = [...new Set(columns.map(({ group }) => group))];
  return groups.flatMap((group) => {
    const own = columns.filter((column) => column.group === group);
    return own[0] === undefined ? [] : [{ label: own[0].groupLabel, span: own.length }];
  });
}
