import { Injectable } from '@nestjs/common';
import { type AnswerExport, questionFrom } from '@evenhand/contracts';
import { type Answer, COMPARED_WITH, type ComparedWith, type Dimension, type MetricInfo, type Scope, type Value } from '@evenhand/domain';
import { type Cell, type Column, type ExportDocument, type Table, tableOf } from '@evenhand/exports';
import { PageAnswers } from '../../answers/page-answers';
import { fileOf, type SentFile } from '../file-sender';
import { type Frame, Frames } from '../frames';
import { definitionNotes, signNotes, unitSuffix, untoldNotes } from '../metric-notes';
import { COMPARED_NAMES, FIGURE_NAMES, NO_NUMBER } from '../words/facts';

/** One column of figures. */
interface FigureColumn {
  readonly column: Column;
  readonly cell: (value: Value) => Cell;
}

const numberType = ({ unit }: MetricInfo): Pick<Column, 'type' | 'digits'> =>
  unit === 'share' ? { type: 'share' } : { type: 'number', digits: unit === 'count' ? 0 : 1 };

const comparedColumns = (metric: MetricInfo, compared: readonly ComparedWith[], { names }: Frame): readonly FigureColumn[] =>
  compared.flatMap((kind): FigureColumn[] => {
    const name = names.say(COMPARED_NAMES[kind] ?? { vi: kind, en: kind });
    const type = numberType(metric);
    return [
      {
        column: { name: name + unitSuffix(metric, { names } as Frame), ...type },
        cell: (value) => value.against?.[kind]?.value.value ?? null,
      },
      {
        column: { name: `${name}: ${names.say(FIGURE_NAMES.difference)}`, ...type },
        cell: (value) => value.against?.[kind]?.difference ?? null,
      },
    ];
  });

function figureColumns(
  metric: MetricInfo,
  values: readonly Value[],
  compared: readonly ComparedWith[],
  frame: Frame,
): readonly FigureColumn[] {
  const { names } = frame;
  const type = numberType(metric);
  const count = { type: 'number', digits: 0 } as const;
  const word = (value: Value): Cell => (value.reason === null ? null : names.say(NO_NUMBER[value.reason]));
  const hidden = (value: Value): Cell => (value.reason === 'suppressed' ? names.say(NO_NUMBER.suppressed) : null);
  const some = (has: (value: Value) => boolean, columns: readonly FigureColumn[]): readonly FigureColumn[] =>
    values.some(has) ? columns : [];
  return [
    { column: { name: names.say(FIGURE_NAMES.value) + unitSuffix(metric, frame), ...type }, cell: (value) => value.value ?? word(value) },
    ...some(
      ({ interval }) => interval !== null,
      [
        { column: { name: names.say(FIGURE_NAMES.low), ...type }, cell: ({ interval }) => interval?.low ?? null },
        { column: { name: names.say(FIGURE_NAMES.high), ...type }, cell: ({ interval }) => interval?.high ?? null },
      ],
    ),
    { column: { name: names.say(FIGURE_NAMES.n), ...count }, cell: (value) => value.n ?? hidden(value) },
    ...some(
      ({ cases }) => cases !== null,
      [{ column: { name: names.say(FIGURE_NAMES.cases), ...count }, cell: (value) => value.cases ?? hidden(value) }],
    ),
    { column: { name: names.say(FIGURE_NAMES.coverage), type: 'share' }, cell: ({ coverage }) => coverage },
    ...comparedColumns(metric, compared, frame),
  ];
}

const isDay = (dimension: Dimension): boolean => dimension === 'day' || dimension === 'week';

function tableFor(metric: MetricInfo, { rows, question }: Answer, frame: Frame): Table {
  const { names } = frame;
  const found = rows.flatMap(({ key, values }) => {
    const value = values[metric.id];
    return value === undefined ? [] : [{ key, value }];
  });
  const compared = COMPARED_WITH.filter((kind) => question.compare?.includes(kind));
  const figures = figureColumns(
    metric,
    found.map(({ value }) => value),
    compared,
    frame,
  );
  const keys = question.by.map((dimension): Column => ({ name: names.dimension(dimension), type: isDay(dimension) ? 'day' : 'text' }));
  const cells = found.map(({ key, value }) => [
    ...question.by.map((dimension): Cell => (isDay(dimension) ? (key[dimension] ?? null) : names.key(dimension, key[dimension] ?? null))),
    ...figures.map(({ cell }) => cell(value)),
  ]);
  return tableOf(names.say(metric.label), [...keys, ...figures.map(({ column }) => column)], cells);
}

const latest = (values: readonly Value[]): string | null =>
  values.reduce<string | null>((last, { asOf }) => (asOf !== null && asOf > (last ?? '') ? asOf : last), null);

/** The figures of an answer as a file, with all that is needed to trust them. */
@Injectable()
export class AnswerFile {
  constructor(
    private readonly answers: PageAnswers,
    private readonly frames: Frames,
  ) {}

  async make(query: AnswerExport, site: string, scope: Scope): Promise<SentFile> {
    const [answer, frame] = await Promise.all([this.answers.one(questionFrom(query), scope), this.frames.of(query, site, scope)]);
    const { question, rows } = answer;
    const metrics = question.metrics.flatMap((id) => frame.names.metric(id) ?? []);
    const values = rows.flatMap((row) => Object.values(row.values));
    const by = question.by.map((dimension) => frame.names.dimension(dimension).toLocaleLowerCase(query.language));
    const title = [metrics.map(({ label }) => frame.names.say(label)).join(', '), ...by].join(' – ');
    const [only] = values.length === 1 ? values : [];
    const document: ExportDocument = {
      ...frame.blank,
      title,
      facts: frame.facts({
        range: question,
        where: question.where,
        asOf: latest(values),
        askedAsOf: question.asOf,
        coverage: only?.coverage ?? null,
      }),
      tables: metrics.map((metric) => tableFor(metric, answer, frame)),
      notes: [...metrics.flatMap((metric) => definitionNotes(metric, frame)), ...signNotes(values, frame), ...untoldNotes(answer, frame)],
    };
    return fileOf(document, query.format, { day: frame.day, scope: frame.names.say(frame.city.name), report: title });
  }
}
