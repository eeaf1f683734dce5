import type { Answer, AnswerRow, SingleValue } from '@evenhand/domain';
import { countInterval, wilson } from '@evenhand/statistics';
import { keyText } from '../results';
import type { MetricDefinition } from '../registry/definition';
import { judgedOf } from './public-table';
import { hiddenValue } from './suppress';

const sum = (numbers: readonly (number | null)[]): number | null =>
  numbers.reduce<number | null>((total, number) => (total === null || number === null ? null : total + number), 0);

const least = <T extends number | string>(all: readonly (T | null)[]): T | null =>
  all.reduce((one, other) => (one === null || other === null ? null : other < one ? other : one), all[0] ?? null);

/** What holds of figures that were known at different instants, taken together. */
const together = (values: readonly [SingleValue, ...SingleValue[]]): SingleValue => ({
  ...values[0],
  bounds: null,
  coverage: least(values.map(({ coverage }) => coverage)),
  asOf: least(values.map(({ asOf }) => asOf)),
  from: values.every(({ from }) => from === 'rollup') ? 'rollup' : 'raw',
  approximate: values.some(({ approximate }) => approximate),
});

/** Counts and shares of single cases add up. Nobody can tell a mean, a percentile or a ratio of sums from those of its months. */
function added({ computation, direction }: MetricDefinition, values: readonly [SingleValue, ...SingleValue[]]): SingleValue {
  const all = together(values);
  const silent = values.find(({ reason }) => reason !== null && reason !== 'no_cases');
  if (silent) return { ...all, value: null, reason: silent.reason, interval: null };
  const [n, cases] = [sum(values.map((one) => one.n)), sum(values.map((one) => one.cases))];
  const isAdditive = (computation.kind === 'count' || computation.kind === 'rate') && !computation.of.distinct;
  if (!isAdditive || n === null) return hiddenValue(all);
  if (computation.kind === 'count') return { ...all, value: n, n, interval: direction === 'none' ? null : countInterval(n) };
  if (cases === null) return hiddenValue(all);
  if (n === 0) return { ...all, value: null, reason: 'no_cases', n, cases, interval: null };
  return { ...all, value: cases / n, reason: null, n, cases, interval: wilson(cases, n) };
}

const isSome = (values: readonly SingleValue[]): values is readonly [SingleValue, ...SingleValue[]] => values.length > 0;

/** One answer of several, which are about months that follow each other; a stock is that of the last. */
export function addMonths(answers: readonly Answer[], question: Answer['question'], metric: MetricDefinition): Answer {
  const found = new Map<string, { key: AnswerRow['key']; values: SingleValue[] }>();
  for (const { key, values } of answers.flatMap(({ rows }) => rows)) {
    const name = keyText(key, question.by);
    const row = found.get(name) ?? { key, values: [] };
    const value = values[metric.id];
    found.set(name, value ? { key, values: [...row.values, value] } : row);
  }
  const { isStock } = judgedOf(metric);
  const rows = [...found.values()].flatMap(({ key, values }): AnswerRow[] => {
    const parts = isStock ? values.slice(-1) : values;
    const [only] = parts;
    if (!isSome(parts) || !only) return [];
    return [{ key, values: { [metric.id]: parts.length === 1 ? only : added(metric, parts) } }];
  });
  return { question, rows };
}
