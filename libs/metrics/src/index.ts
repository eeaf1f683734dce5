export { MetricAnswers } from './metric-answers';
export type { RowsBehind, RowsRequest } from './rows-behind';
