export { keepRollupsCurrent, noteRollupsStale } from './keep-current';
export { prepareRollups } from './prepare';
export type { RollupSettings } from './rollup';
export { verifyRollups } from './verify';
export { dropRollupWork } from './work';
export { tableOfPoints } from './rollups';
