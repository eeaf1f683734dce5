import { type Answer, type AnswerRow, LEAST_COVERAGE, type Value } from '@evenhand/domain';

export const OCCUPANCY = 'half_hour_occupancy';
export const OVERLOAD = 'overload_share';
export const LOAD_METRICS = [OCCUPANCY, OVERLOAD, 'work_minutes', 'staffed_minutes'] as const;

/** How long a half-hour lasts. */
export const SLOT_MINUTES = 30;

/** Work and staff of one point in one half-hour, on an average day with somebody at its counters. */
export interface SlotLoad {
  readonly point: string;
  readonly halfHour: string;
  /** Days with somebody at the counters, and those of them on which the half-hour was overloaded. */
  readonly days: number;
  readonly overloadedDays: number;
  /** Serving time of the staffed time; `null` when too little was told of the half-hour. */
  readonly occupancy: number | null;
  /** Minutes a day: of serving, of serving and other tasks, and at the counters. */
  readonly serving: number;
  readonly work: number;
  readonly staffed: number;
}

const isTold = (figure: Value | undefined): boolean =>
  figure !== undefined && figure.reason !== 'unknown' && (figure.coverage === null || figure.coverage >= LEAST_COVERAGE);

function loadOf({ key, values }: AnswerRow): readonly SlotLoad[] {
  const [occupancy, overload, work, staffed] = LOAD_METRICS.map((metric) => values[metric]);
  const days = overload?.n ?? 0;
  if (key.point == null || key.half_hour == null || (days === 0 && isTold(occupancy))) return [];
  const isKnown = isTold(occupancy) && occupancy?.value != null && staffed?.value != null && days > 0;
  const daily = (minutes: number): number => (days === 0 ? 0 : minutes / days);
  const serving = (occupancy?.value ?? 0) * (staffed?.value ?? 0);
  return [
    {
      point: key.point,
      halfHour: key.half_hour,
      days,
      overloadedDays: overload?.cases ?? 0,
      occupancy: isKnown ? occupancy.value : null,
      serving: daily(serving),
      work: daily(Math.max(serving, work?.value ?? 0)),
      staffed: daily(staffed?.value ?? 0),
    },
  ];
}

/** Somebody who stays behind after closing is no service hour: a half-hour counts when it was staffed on half of the point's days. */
function isRegular({ days, occupancy }: SlotLoad, most: number): boolean {
  return occupancy === null || days * 2 >= most;
}

/** The half-hours of an answer by point and half-hour, without those in which a point is staffed only now and then. */
export function slotLoads(answer: Answer | null): readonly SlotLoad[] {
  const all = (answer?.rows ?? []).flatMap(loadOf);
  const most = new Map<string, number>();
  for (const { point, days } of all) most.set(point, Math.max(days, most.get(point) ?? 0));
  return all.filter((load) => isRegular(load, most.get(load.point) ?? 0));
}

/** A point with its half-hours by their beginning. */
export interface LoadRow {
  readonly point: string;
  readonly slots: ReadonlyMap<string, SlotLoad>;
  /** Half-hours over the standard. */
  readonly over: number;
  readonly highest: number | null;
}

/** Points over the standard for most half-hours first; those of which nothing is known last. */
export function loadRows(loads: readonly SlotLoad[], standard: number): readonly LoadRow[] {
  const byPoint = new Map<string, readonly SlotLoad[]>();
  for (const load of loads) byPoint.set(load.point, [...(byPoint.get(load.point) ?? []), load]);
  const rows = [...byPoint].map(([point, slots]): LoadRow => {
    const known = slots.flatMap(({ occupancy }) => occupancy ?? []);
    return {
      point,
      slots: new Map(slots.map((slot) => [slot.halfHour, slot])),
      over: known.filter((occupancy) => occupancy > standard).length,
      highest: known.length === 0 ? null : Math.max(...known),
    };
  });
  return rows.sort((a, b) => b.over - a.over || (b.highest ?? -1) - (a.highest ?? -1) || a.point.localeCompare(b.point));
}

/** The half-hours of the day in order. */
export const halfHoursIn = (loads: readonly SlotLoad[]): readonly string[] => [...new Set(loads.map(({ halfHour }) => halfHour))].sort();
