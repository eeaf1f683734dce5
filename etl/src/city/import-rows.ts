import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { HOLDS_NUMBER } from './personal-text';

/** A line of a file, with what it says or why it cannot be used. */
export interface ReadLines<Row> {
  readonly rows: readonly { readonly line: number; readonly row: Row }[];
  /** One sentence per bad line. */
  readonly problems: readonly string[];
}

type Cells = Readonly<Record<string, string>>;

/** Which column of a record is wrong, what it holds and what is allowed; what identifies a person is not repeated. */
export function cellProblem(error: z.ZodError, cells: Cells): string {
  const [issue] = error.issues;
  const column = issue?.path.join('.') ?? '';
  const value = cells[column];
  if (issue?.message === HOLDS_NUMBER) return `"${column}" ${HOLDS_NUMBER}`;
  return value === undefined ? `column "${column}" is missing` : `"${column}" is "${value}" but ${issue?.message ?? 'is not allowed'}`;
}

interface ParsedLine {
  readonly record: Cells;
  readonly info: { readonly lines: number };
}

function parsed(text: string): { readonly lines: readonly ParsedLine[]; readonly problems: readonly string[] } {
  const problems: string[] = [];
  try {
    const options = { columns: true, bom: true, trim: true, skip_empty_lines: true, info: true } as const;
    const lines: ParsedLine[] = parse(text, {
      ...options,
      skip_records_with_error: true,
      on_skip: (error) => void problems.push(`Line ${error?.lines ?? '?'}: ${error?.message ?? 'cannot be read'}.`),
    });
    return { lines, problems };
  } catch (error) {
    return { lines: [], problems: [`The file cannot be read: ${error instanceof Error ? error.message : String(error)}.`] };
  }
}

/** Reads a CSV text line by line; one bad line does not hide the others. */
export function readLines<Row>(text: string, schema: z.ZodType<Row>): ReadLines<Row> {
  const { lines, problems } = parsed(text);
  const rows: { line: number; row: Row }[] = [];
  const bad = [...problems];
  for (const { record, info } of lines) {
    const checked = schema.safeParse(record);
    if (checked.success) rows.push({ line: info.lines, row: checked.data });
    else bad.push(`Line ${info.lines}: ${cellProblem(checked.error, record)}.`);
  }
  return { rows, problems: bad };
}
