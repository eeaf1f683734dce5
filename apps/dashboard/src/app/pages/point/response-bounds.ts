import type { Interval } from '@evenhand/domain';

/**
 * Where the satisfaction of everybody served can lie, whatever those who did not answer think:
 * the lower end takes all of them as dissatisfied, the upper as satisfied (Manski's bounds).
 */
export function responseBounds(satisfied: number, response: number): Interval {
  const share = Math.min(1, response);
  return { low: satisfied * share, high: 1 - (1 - satisfied) * share };
}
