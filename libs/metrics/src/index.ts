export { MetricAnswers } from './metric-answers';
