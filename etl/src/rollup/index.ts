export { keepRollupsCurrent } from './keep-current';
export { type ComingLoad, prepareRollups } from './prepare';
export type { RollupSettings } from './rollup';
export { type Difference, verifyRollups, type VerifyProgress } from './verify';
export { dropRollupWork } from './work';
