export { Benchmark, type BenchmarkRequest, type BenchmarkResult } from './benchmark/benchmark';
export { FALSE_FLAGS_A_YEAR } from './compare/assess';
export { Comparisons } from './compare/comparisons';
export { type LineNow, linesNow } from './live/lines-now';
export { KeptByWeight } from './kept-by-weight';
export { RememberedRows } from './remembered-rows';
export { figuresIn, MetricAnswers } from './metric-answers';
export { WaitEndings } from './wait-ends/wait-endings';
export type { AnswerDiff, DiffRequest } from './diff/answer-diff';
export { seenColumns } from './seen';
export type { RowsBehind, RowsRequest } from './rows-behind';
export { ReportII06, type II06Report, type II06Request, type II06Rows, type II06RowsRequest, type II06Unit } from './reports/report-ii06';
export { STANDARDS, standardNamed } from './standards/all-standards';
export { checkedLimits, type ProposedEdit } from './standards/check-edit';
export type { MovedVerdict } from './standards/preview';
export { Standards } from './standards/standards';
export { type DossierTimeline, dossierTimeline } from './standards/timeline/dossier-timeline';
export type { StandardEdit } from './standards/versions';
export { type CauseRows, type CauseRowsRequest } from './scores/cause-rows';
export { type Beside766, type Index766, type Index766Request, Index766Scores, type UnitScore766 } from './scores/index-766-scores';
export {
  CRITERION_STATES,
  QuarterlyEvaluationDesk,
  type QuarterlyEvaluations,
  type QuarterlyRequest,
  type UnitEvaluation,
} from './scores/quarterly-evaluations';
export type { Job } from './asking/statement-runs';
export type { Explanation } from './explain/explanation';
export type { ExportRequest, RowsFile } from './rows-export';
export type { CaseRow, CaseRows } from './row-stream';
