import type { DiffPage } from '@evenhand/contracts';
import type { MetricInfo } from '@evenhand/domain';
import { countText, unitText, valueText } from './figure-text';

type Case = DiffPage['rows'][number]['then'];

const cell = (value: string | number | boolean | null | undefined): string =>
  value === null || value === undefined || value === '' ? '—' : String(value);

const signed = (value: number): string => (value > 0 ? `+${value}` : String(value));

/** What the case said then and says now, column by column, where that is not the same. */
function changes(columns: DiffPage['columns'], then: Case, now: Case): string {
  if (!then) return 'told since';
  if (!now) return 'withdrawn since';
  const changed = columns.filter(({ id }) => !['file', 'line'].includes(id) && then[id] !== now[id]);
  if (changed.length === 0) return 'says the same; more is known';
  return changed.map(({ id }) => `${id} ${cell(then[id])} → ${cell(now[id])}`).join(', ');
}

const nameOf = (columns: DiffPage['columns'], row: Case): string =>
  columns
    .slice(0, 2)
    .map(({ id }) => cell(row?.[id]))
    .join(' ');

const figureLine = (when: string, { value, reason, n, cases }: DiffPage['then'], metric: MetricInfo): string => {
  const counted = cases === null ? `n ${countText(n)}` : `${countText(cases)} of ${countText(n)}`;
  return `${when}  ${[valueText({ value, reason }, metric.unit), unitText(metric.unit)].filter(Boolean).join(' ')}  (${counted})`;
};

/** Why a figure is another than it was, for a person at a terminal. */
export function diffText({ asOf, then, now, columns, rows, total, moved }: DiffPage, metric: MetricInfo): string {
  const movement = ({ n, cases }: DiffPage['moved']): string =>
    [`n ${signed(n)}`, ...(cases === null ? [] : [`counted ${signed(cases)}`])].join(', ');
  const shown = rows.map(
    (row) => `  ${nameOf(columns, row.now ?? row.then)}: ${movement(row.moved)}; ${changes(columns, row.then, row.now)}`,
  );
  const more = total > rows.length ? [`  … ${countText(total - rows.length)} more; --page shows them.`] : [];
  return [
    metric.id,
    figureLine(asOf.then, then, metric),
    figureLine(asOf.now ?? 'at present', now, metric),
    '',
    total === 0 ? 'No case moved this figure.' : `Cases that moved it: ${countText(total)} (${movement(moved)}).`,
    ...shown,
    ...more,
  ].join('\n');
}
