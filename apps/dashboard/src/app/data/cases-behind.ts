import type { Value } from '@evenhand/domain';

/** How many cases a figure rests on, for arithmetic. A suppressed figure says none and shows no value either. */
export const casesBehind = ({ n }: Pick<Value, 'n'>): number => n ?? 0;
