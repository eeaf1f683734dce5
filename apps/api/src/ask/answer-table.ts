import type { Answer, AnswerRow, Dimension, MetricInfo } from '@evenhand/domain';
import type { Names } from './answer-source';
import { countText, unitText, valueText } from './figure-text';

interface Column {
  readonly head: string;
  readonly isText: boolean;
  readonly cell: (row: AnswerRow) => string;
}

const keyText = (names: Names, dimension: Dimension, code: string | null | undefined): string => {
  if (code === null || code === undefined) return '(not said)';
  const name = names[dimension]?.get(code);
  return name && name !== code ? `${name} (${code})` : code;
};

const headOf = ({ id, unit }: MetricInfo): string => [id, unitText(unit)].filter((part) => part !== '').join(', ');

const metricColumns = (metric: MetricInfo): Column[] => {
  const value = (row: AnswerRow) => row.values[metric.id];
  const figure: Column = {
    head: headOf(metric),
    isText: false,
    cell: (row) => {
      const found = value(row);
      return found ? valueText(found, metric.unit) : '—';
    },
  };
  const cases: Column = { head: 'n', isText: false, cell: (row) => countText(value(row)?.n ?? null) };
  return metric.kind === 'count' ? [figure] : [figure, cases];
};

const laidOut = (columns: readonly Column[], cells: readonly (readonly string[])[]): string => {
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => [...(line[index] ?? '')].length)));
  const fit = (text: string, index: number): string => {
    const gap = ' '.repeat((widths[index] ?? 0) - [...text].length);
    return columns[index]?.isText ? `${text}${gap}` : `${gap}${text}`;
  };
  return cells.map((line) => line.map(fit).join('  ').trimEnd()).join('\n');
};

/** The answer as aligned columns: the dimensions by name, then each metric with the cases it rests on. */
export function answerTable(answer: Answer, metrics: readonly MetricInfo[], names: Names): string {
  const asked = answer.question.metrics.flatMap((id) => metrics.filter((metric) => metric.id === id));
  const keys = answer.question.by.map((dimension): Column => ({
    head: dimension,
    isText: true,
    cell: ({ key }) => keyText(names, dimension, key[dimension]),
  }));
  const columns = [...keys, ...asked.flatMap(metricColumns)];
  const lines = [columns.map(({ head }) => head), ...answer.rows.map((row) => columns.map(({ cell }) => cell(row)))];
  return `${laidOut(columns, lines)}\n\n${knownUntil(answer)}`;
}

function knownUntil({ question, rows }: Answer): string {
  const instants = rows.flatMap(({ values }) => Object.values(values).flatMap(({ asOf }) => (asOf === null ? [] : [asOf])));
  const earliest = instants.toSorted()[0];
  const asked = question.asOf === undefined ? '' : `As published by ${question.asOf}. `;
  return `${asked}${earliest === undefined ? 'No feed has told anything about these cases yet.' : `Known up to ${earliest}.`}`;
}
