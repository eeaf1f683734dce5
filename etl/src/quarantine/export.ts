import { reasonText } from '../contract/laws-of';
import type { QuarantineEntry } from './entries';

const BOM = '\ufeff';
const COLUMNS = ['source', 'entity', 'file', 'line', 'reasons', 'why_vi', 'why_en', 'record', 'run', 'first_run', 'first_seen_at'] as const;
/** A spreadsheet takes a cell that begins so for a formula, full-width signs and leading spaces included. */
const FORMULA = /^[\s\u00a0]*[=+\-@\t\r＝＋－＠|]/;

/** A cell that no spreadsheet computes; a number stays one. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n;']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function rowOf({
  source,
  entity,
  file,
  line,
  reasons,
  raw,
  runId,
  firstRunId,
  firstSeenAt,
}: QuarantineEntry): readonly (string | number)[] {
  const why = reasons.map((id) => reasonText(entity, id));
  const said = [why.map(({ vi }) => vi).join(' '), why.map(({ en }) => en).join(' ')];
  return [source, entity, file, line, reasons.join(' '), ...said, raw, runId, firstRunId, firstSeenAt];
}

/** Entries as CSV that a spreadsheet shows in Vietnamese and computes nothing of. */
export const asCsv = (entries: readonly QuarantineEntry[]): string =>
  BOM + [COLUMNS, ...entries.map(rowOf)].map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/** Entries as JSON, one per line. */
export const asJsonLines = (entries: readonly QuarantineEntry[]): string => entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
