export { applyCity } from './city/apply-city';
export type { CityDescription } from './city/city-description';
export {
  changeAndPublish,
  importAndPublish,
  planImport,
  undoAndPublish,
  type ImportPlan,
  type Planned,
  type RegisterStores,
} from './city/change-register';
export { standingHours } from './city/publish-working-time';
export { workingTimeOf, type CityHours } from './city/city-working-time';
export { CityClock } from './city/city-clock';
export { runCommand } from './cli/run-command';
export type { CommandLine } from './cli/hand-over';
export { type CommandRequest, runInside } from './cli/run-inside';
export { readCity } from './city/read-city';
export { InvalidCity } from './city/invalid-city';
export { CONTRACTS } from './contract/contracts';
export { ENTITIES, type EntityContract, type EntityName } from './contract/entity-contract';
export { lawsOf, reasonText } from './contract/laws-of';
export { countDeadlineFindings, deadlineFindings, type DeadlineFinding, type DeadlineFindingCount } from './deadlines/deadline-findings';
export { DEADLINE_LAWS, type DeadlineLaw } from './deadlines/deadline-laws';
export { completeFiles, makePrivateFolder, writeDurably } from './landing/landing-files';
export {
  acceptVolume,
  cityDay,
  cityNow,
  feedContracts,
  type FeedDay,
  feedDays,
  type FeedOverview,
  feedOverview,
  judgeStandingFeeds,
  type PointFeed,
  pointFeedDays,
} from './feeds';
export type { SeenPoints } from './contract/seen-points';
export { type Finding, type FindingRow, findingRows, findingsOf } from './findings/findings';
export { QUALITY_CHECKS, type QualityCheck } from './findings/data-quality';
export { loadSource, type LoadProgress, type LoadRequest, type RunSummary } from './load/load-source';
export type { PullProgress } from './pull/pull';
export { pullSource } from './pull/pull-source';
export { reconciliation, type ReconciliationFound } from './reconciliation';
export { type ScheduleOverview, scheduleOverview, type ScheduleRunner, startSchedules } from './schedule';
export { holdsNumberOfPerson } from './privacy/number-in-text';
export type { PseudonymKey } from './privacy/pseudonym';
export type { PushSettings } from './pull/push-settings';
export { generateCity } from './simulated/generate';
export { PLANTED, type PlantedTruth, SEED } from './simulated/planted';
export { prepareSimulatedCity, type PrepareOptions, type PrepareProgress } from './simulated/prepare';
export { countByReason, countEntries, listEntries, type EntryFilter, type QuarantineEntry } from './quarantine/entries';
export { asCsv, asJsonLines } from './quarantine/export';
export { replayQuarantine, type Replay } from './quarantine/replay';
export { verifyRollups } from './rollup';
export { type SecretVariable, secretVariables } from './source/secret-variables';
export { readSourceFolder } from './source/source-folder';
export { SourceProblem } from './source/source-problem';
export { changeStandard, type StandardStores } from './standards/change-standard';
export { openStores, type Stores, storesPlace, type StoresPlace } from './stores';
