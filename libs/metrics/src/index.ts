export { MetricAnswers } from './metric-answers';
export type { AnswerDiff, DiffRequest } from './diff/answer-diff';
export type { RowsBehind, RowsRequest } from './rows-behind';
