import type { NoValueReason, Unit, Value } from '@evenhand/domain';

const UNITS: Readonly<Record<Unit, string>> = {
  count: '',
  share: '%',
  minutes: 'min',
  seconds: 's',
  days: 'days',
  per_officer_day: 'per officer-day',
  points: 'of 100 points',
};
const REASONS: Readonly<Record<NoValueReason, string>> = {
  no_cases: 'no cases',
  no_data: 'no data',
  unknown: 'unknown',
  suppressed: 'suppressed',
  not_told: 'not told yet',
  not_applicable: 'does not apply',
  not_reached: 'not reached yet',
};

const formatted = (value: number, digits: number): string =>
  new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);

/** The unit as a column head says it. */
export const unitText = (unit: Unit): string => UNITS[unit];

/** A count of cases; a dash where it is suppressed. */
export const countText = (count: number | null): string => (count === null ? '—' : formatted(count, 0));

/** The value as a person reads it; a dash and the reason where there is none. */
export function valueText({ value, reason }: Pick<Value, 'value' | 'reason'>, unit: Unit): string {
  if (value === null) return reason ? `— ${REASONS[reason]}` : '—';
  if (unit === 'count') return countText(value);
  return unit === 'share' ? formatted(value * 100, 1) : formatted(value, 1);
}
