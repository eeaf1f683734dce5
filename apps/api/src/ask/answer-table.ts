import type { Against, Answer, AnswerRow, ComparedWith, Dimension, MetricInfo } from '@evenhand/domain';
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

const COMPARED_HEADS: Readonly<Record<ComparedWith, string>> = { previous: 'before', last_year: 'last year', city: 'city', peers: 'peers' };

const signed = (text: string): string => (text.startsWith('-') ? `−${text.slice(1)}` : `+${text}`);

/** What the figure is held against, and how far it is from that. */
const comparedColumns = (metric: MetricInfo, compared: ComparedWith): Column[] => {
  const against = (row: AnswerRow): Against | undefined => row.values[metric.id]?.against?.[compared];
  const value = (row: AnswerRow): string => {
    const found = against(row);
    return found ? valueText(found.value, metric.unit) : '—';
  };
  const difference = (row: AnswerRow): string => {
    const far = against(row)?.difference ?? null;
    return far === null ? '—' : signed(valueText({ value: far, reason: null }, metric.unit));
  };
  return [
    { head: COMPARED_HEADS[compared], isText: false, cell: value },
    { head: 'difference', isText: false, cell: difference },
  ];
};

const metricColumns = (metric: MetricInfo, compare: readonly ComparedWith[]): Column[] => {
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
  return [figure, ...(metric.kind === 'count' ? [] : [cases]), ...compare.flatMap((compared) => comparedColumns(metric, compared))];
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
  const columns = [...keys, ...asked.flatMap((metric) => metricColumns(metric, answer.question.compare ?? []))];
  const lines = [columns.map(({ head }) => head), ...answer.rows.map((row) => columns.map(({ cell }) => cell(row)))];
  return [laidOut(columns, lines), '', ...whoseFigures(answer), ...toldLater(answer), knownUntil(answer)].join('\n');
}

/** Who the peers are, once for each group of them. */
function whoseFigures({ rows }: Answer): string[] {
  const groups = rows.flatMap(({ values }) => Object.values(values).flatMap(({ against }) => against?.peers?.alike ?? []));
  return [...new Set(groups.map(({ points, description }) => `Peers: ${points.join(', ')}. ${description.en}`))];
}

/** Of which days the public is told later. */
const toldLater = ({ untold = [] }: Answer): string[] =>
  untold.map(({ metric, from, to, toldOn }) => `${metric}: the public is told of ${from} to ${to} from ${toldOn} on.`);

function knownUntil({ question, rows }: Answer): string {
  const instants = rows.flatMap(({ values }) => Object.values(values).flatMap(({ asOf }) => (asOf === null ? [] : [asOf])));
  const earliest = instants.toSorted()[0];
  const asked = question.asOf === undefined ? '' : `As published by ${question.asOf}. `;
  return `${asked}${earliest === undefined ? 'No feed has told anything about these cases yet.' : `Known up to ${earliest}.`}`;
}
