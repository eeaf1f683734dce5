export { Comparisons } from './compare/comparisons';
export { MetricAnswers } from './metric-answers';
export type { AnswerDiff, DiffRequest } from './diff/answer-diff';
export type { RowsBehind, RowsRequest } from './rows-behind';
export { ReportII06, type II06Report, type II06Request, type II06Rows, type II06RowsRequest, type II06Unit } from './reports/report-ii06';
export { STANDARDS, standardNamed } from './standards/all-standards';
export { checkedLimits, type ProposedEdit } from './standards/check-edit';
export { Standards } from './standards/standards';
export type { StandardEdit } from './standards/versions';
