export { binomialAtMost } from './beta';
export { type Bounds, type Level, USUAL_LEVEL } from './bounds';
export { changeEffect } from './change-effect';
export { incidenceOf, incidencesOf, type IncidenceStep, type IncidenceTime, type Outcome } from './competing';
export {
  type ControlLimits,
  type LaneyLimits,
  laneyLimits,
  type PeriodShare,
  shareLimits,
  type XmrLimits,
  xmrLimits,
} from './control-limits';
export { type Assurance, assuranceOf, type Signal, signalsOf, TRIAL_BELOW } from './control-rules';
export { countedShare, errorOfCountedShare, shareCounted } from './counted-share';
export { byar, countInterval, exactCount } from './count';
export { type Bounded, type BoundedMean, differenceInterval, meanDifference } from './difference';
export { adjustedForMany } from './false-discovery';
export {
  type AdjustedFunnel,
  adjustedLimits,
  type Allowance,
  exactFunnelLimits,
  funnelLimits,
  type FunnelScale,
  LOG_RATIO_SCALE,
  type OverDispersion,
  overDispersion,
  RATIO_SCALE,
  ratioLimits,
  SHARE_SCALE,
} from './funnel';
export { poissonAtMost } from './gamma';
export { type Histogram, quantileIntervalOfHistogram, quantileOfHistogram, squaresOfHistogram } from './histogram';
export {
  type Grouped,
  giniOf,
  giniWithin,
  type TheilIndex,
  theilOf,
  type TheilSplit,
  theilSplit,
  variationOf,
  variationWithin,
  type Weighted,
} from './inequality';
export { meanInterval, type Sums, twoSidedT } from './mean';
export { normalShareBelow, probit, twoSidedZ } from './normal';
export { normalsFrom, normalsOf } from './normal-draws';
export { QUANTILE_EXACT_UP_TO, quantile, quantileInterval, quantileRanks, type Ranks } from './quantile';
export { type Random, randomFrom } from './random';
export { type RankSet, rankSets, type RankSetting } from './rank-sets';
export { countRatio, partsRatio, type SumPair } from './ratio-interval';
export { type Estimate, explainedByMix, profiledSpread, type RealSpread, realSpread, spreadBounds } from './real-spread';
export { bootstrapInterval, jackknifeError, type Resampling } from './resample';
export { exactShare, jeffreys, silenceBounds, wilson } from './share';
export { chanceBelow, type Hits, type ShrunkShare, shrunkShare, type Spread, spreadOfShares } from './shrinkage';
export { ratesOf, ratioOf, type Standardised, standardised, type StratumCell } from './standardise';
export {
  type Duration,
  kaplanMeier,
  kaplanMeierOfBins,
  survivalAt,
  survivalBounds,
  survivalOf,
  type SurvivalStep,
  survivalQuantile,
  survivalQuantileBounds,
} from './survival';
export { type BinnedLives, type Enclosed, shareBeyondOfBins, survivalQuantileOfBins } from './survival-bins';
