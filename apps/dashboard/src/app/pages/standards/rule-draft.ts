import type { ServiceStandard } from '@evenhand/contracts';
import type { Day } from '@evenhand/domain';

type Threshold = ServiceStandard['thresholds'][number];
type Ruled = Pick<ServiceStandard, 'thresholds' | 'limits'>;

/** What stands in the fields of the editor; numbers as the reader writes them, shares in percent. */
export interface RuleDraft {
  readonly values: Readonly<Record<string, string>>;
  readonly effectiveFrom: Day;
  readonly reason: string;
  readonly isRetroactive: boolean;
}

const PERCENT = 100;
// Shares are written with at most four digits behind the point of their percent.
const FINEST = 1e6;
const rounded = (value: number): number => Math.round(value * FINEST) / FINEST;

/** A number of a rule as a reader writes it: a share in percent. */
export const written = (value: number, { unit }: Pick<Threshold, 'unit'>): number => (unit === 'share' ? rounded(value * PERCENT) : value);

const inForce = ({ limits }: Ruled, { id, value }: Threshold): number => limits?.[id] ?? value;

/** The numbers that stand, to be changed from a day on. */
export const draftFrom = (standard: Ruled, effectiveFrom: Day): RuleDraft => ({
  values: Object.fromEntries(
    standard.thresholds.map((threshold) => [threshold.id, String(written(inForce(standard, threshold), threshold))]),
  ),
  ...{ effectiveFrom, reason: '', isRetroactive: false },
});

/** Only the numbers that differ from those in force; a field without a number changes nothing. */
export const changedLimits = (standard: Ruled, { values }: Pick<RuleDraft, 'values'>): Readonly<Record<string, number>> =>
  Object.fromEntries(
    standard.thresholds.flatMap((threshold) => {
      const text = values[threshold.id]?.trim() ?? '';
      const number = Number(text);
      if (text === '' || Number.isNaN(number)) return [];
      const value = threshold.unit === 'share' ? rounded(number / PERCENT) : number;
      return value === inForce(standard, threshold) ? [] : [[threshold.id, value]];
    }),
  );
