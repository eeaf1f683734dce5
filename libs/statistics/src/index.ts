export { type Bounds, type Level, USUAL_LEVEL } from './bounds';
export { binomialAtMost } from './beta';
export { type Histogram, quantileIntervalOfHistogram, quantileOfHistogram, squaresOfHistogram } from './histogram';
export { meanInterval, type Sums, twoSidedT } from './mean';
export { normalShareBelow, probit, twoSidedZ } from './normal';
export { quantile, quantileInterval, quantileRanks, type Ranks } from './quantile';
export { funnelLimits, wilson } from './share';
