import type { Answer, Value } from '@evenhand/domain';

/** How long dossiers are overdue, in working days, the freshest first. */
export const BANDS = [
  'dossiers_overdue_to_2',
  'dossiers_overdue_3_to_5',
  'dossiers_overdue_6_to_10',
  'dossiers_overdue_11_to_20',
  'dossiers_overdue_over_20',
] as const;
export const OVERDUE = 'dossiers_overdue';
export const AT_RISK = 'dossiers_at_risk';
export const OLDEST = 'oldest_overdue';
export const EXPECTED_LATE = 'dossiers_expected_late';
export const BACKLOG_METRICS = [AT_RISK, OVERDUE, ...BANDS, OLDEST] as const;

/** What lies undone at a point. */
export interface BacklogRow {
  readonly point: string;
  readonly figures: Readonly<Record<string, Value | undefined>>;
  /** Overdue dossiers by band, for the drawing; empty where they are unknown. */
  readonly bands: readonly number[];
}

const valueOf = ({ figures }: BacklogRow, metric: string): number | null => figures[metric]?.value ?? null;

/** Points with most overdue dossiers first, then those with most due soon; the unknown come before those with nothing to do. */
export function backlogRows(backlog: Answer | null, outlook: Answer | null): readonly BacklogRow[] {
  const later = new Map(outlook?.rows.map(({ key, values }) => [key.point, values[EXPECTED_LATE]]));
  const rows = (backlog?.rows ?? []).flatMap(({ key, values }): readonly BacklogRow[] => {
    if (key.point == null) return [];
    const bands = BANDS.flatMap((band) => values[band]?.value ?? []);
    const expected = later.get(key.point);
    const figures = expected === undefined ? values : { ...values, [EXPECTED_LATE]: expected };
    return [{ point: key.point, figures, bands: bands.length === BANDS.length ? bands : [] }];
  });
  const size = (row: BacklogRow, metric: string): number => valueOf(row, metric) ?? 0.5;
  return rows.sort((a, b) => size(b, OVERDUE) - size(a, OVERDUE) || size(b, AT_RISK) - size(a, AT_RISK) || a.point.localeCompare(b.point));
}

/** A metric added up over the points of which it is known. */
export const totalOf = (rows: readonly BacklogRow[], metric: string): number =>
  rows.reduce((sum, row) => sum + (valueOf(row, metric) ?? 0), 0);

/** Points that have dossiers of a metric. */
export const countWith = (rows: readonly BacklogRow[], metric: string): number =>
  rows.filter((row) => (valueOf(row, metric) ?? 0) > 0).length;
