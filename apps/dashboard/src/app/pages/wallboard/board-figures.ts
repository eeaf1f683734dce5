import type { Wallboard } from '@evenhand/contracts';

type RateFigure = NonNullable<Wallboard['longWait']>;

/** How a share stands against its standard: on one side beyond chance, too close to tell, or not known. */
export type Standing = 'kept' | 'broken' | 'close' | 'none';

/** Judges by the interval, so that a few cases more or less do not turn a board red. */
export function standingOf(figure: Pick<RateFigure, 'value' | 'standard'> | null): Standing {
  if (figure?.value.value == null || figure.standard === null) return 'none';
  const { standard, value } = figure;
  const low = value.interval?.low ?? value.value ?? 0;
  const high = value.interval?.high ?? value.value ?? 0;
  const isBelow = high <= standard.value;
  const isAbove = standard.comparison === 'at_most' ? low > standard.value : low >= standard.value;
  if (standard.comparison === 'at_most') return isBelow ? 'kept' : isAbove ? 'broken' : 'close';
  return isAbove ? 'kept' : high < standard.value ? 'broken' : 'close';
}
