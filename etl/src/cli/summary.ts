import type { Run, VolumeNote } from '@evenhand/records';
import { param, sql, type Warehouse } from '@evenhand/warehouse';
import { reasonText } from '../contract/laws-of';
import { table } from './table';

/** One record in quarantine that shows what a reason means. */
export interface Example {
  readonly entity: string;
  readonly reason: string;
  readonly in_file: string;
  readonly at_line: number;
  readonly record: string;
}

/** The first record of each reason of a run. */
export const examplesOf = (warehouse: Warehouse, runId: number): Promise<Example[]> =>
  warehouse.rows(sql`
    SELECT entity, reason, argMin(file, (file, line)) AS in_file, argMin(line, (file, line)) AS at_line,
      argMin(raw, (file, line)) AS record
    FROM quarantine ARRAY JOIN reasons AS reason WHERE run_id = ${param('UInt64', runId)} GROUP BY entity, reason ORDER BY entity, reason`);

const LONGEST_RAW = 160;
const MOST_NAMES = 10;
const short = (raw: string): string => (raw.length > LONGEST_RAW ? `${raw.slice(0, LONGEST_RAW)} …` : raw);

function reasonLines(run: Run, examples: readonly Example[]): string[] {
  return run.reasons.flatMap(({ entity, reason, rows }) => {
    const example = examples.find((one) => one.entity === entity && one.reason === reason);
    const head = `  ${entity} ${reason}: ${rows.toLocaleString('en-US')} · ${reasonText(entity, reason).en}`;
    return example ? [head, `    ${example.in_file}, line ${example.at_line}: ${short(example.record)}`] : [head];
  });
}

const noteLine = ({ entity, state, points, fromDay, lastDay }: VolumeNote): string => {
  const days = fromDay === lastDay ? fromDay : `${fromDay} … ${lastDay}`;
  const names = points.slice(0, MOST_NAMES).join(', ');
  return `${entity}: ${state} for ${points.length} points (${days}): ${names}${points.length > MOST_NAMES ? ' …' : ''}. What was not told there is unknown.`;
};

/** What a run came to, for a person. */
export function summaryText(run: Run, examples: readonly Example[], newPoints: readonly string[]): string {
  const rows = run.counts.map(({ entity, read, loaded, duplicate, quarantined, corrected, flagged }) => [
    entity,
    read,
    loaded,
    duplicate,
    quarantined,
    corrected,
    flagged,
  ]);
  const shown = newPoints.slice(0, 10).join(', ');
  return [
    `Run ${run.id} of ${run.source}: ${run.status}.${run.message === null ? '' : ` ${run.message}`}`,
    ...(rows.length > 0 ? [table(['entity', 'read', '= loaded', '+ duplicate', '+ quarantined', 'corrected', 'flagged'], rows)] : []),
    ...(run.reasons.length > 0 ? ['In quarantine:', ...reasonLines(run, examples)] : []),
    ...run.notes.map(noteLine),
    ...(newPoints.length > 0
      ? [
          `${newPoints.length} service points that nobody has described: ${shown}${newPoints.length > 10 ? ' …' : ''}. They count, without ward and branch.`,
        ]
      : []),
  ].join('\n');
}
