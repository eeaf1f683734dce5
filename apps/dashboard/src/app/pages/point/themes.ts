import type { Value } from '@evenhand/domain';

/** True where the whole interval of a figure lies below the city's: lower beyond the chance of single answers. */
export const isClearlyBelow = ({ interval }: Pick<Value, 'interval'>, city: number | null): boolean =>
  interval !== null && city !== null && interval.high < city;
