import type { Value } from '@evenhand/domain';

/** A figure that nothing is known about, and why. */
export const noFigure = (reason: Value['reason']): Value => ({
  value: null,
  reason,
  n: 0,
  cases: null,
  interval: null,
  bounds: null,
  coverage: null,
  asOf: null,
  version: 0,
  from: 'rollup',
  approximate: false,
});
