import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { filterFrom, type RowsExport } from '@evenhand/contracts';
import type { Filter, Scope, Value } from '@evenhand/domain';
import { cellTexts, countOf, csvNotes, type ExportDocument, type Fact } from '@evenhand/exports';
import { MetricAnswers, type RowsFile as CasesText } from '@evenhand/metrics';
import { caseTable } from '../exports/case-table';
import { fileOf, type SentFile } from '../exports/file-sender';
import { type Frame, Frames } from '../exports/frames';
import { mostFor } from '../exports/most-rows';
import { definitionNotes } from '../exports/metric-notes';
import { NO_NUMBER, SAID } from '../exports/words/facts';

const ROWS = { vi: 'Các trường hợp', en: 'Cases' } as const;

/** A CSV says its lengths of time as they are stored. */
const headIn =
  ({ names }: Frame) =>
  (id: string): string =>
    id.endsWith('_ms') ? `${names.column(id)} (ms)` : names.column(id);

async function* withNotes(text: CasesText['text'], notes: string): AsyncGenerator<string> {
  yield* text;
  yield notes;
}

/** The cases behind a figure as a file: the proof of the number. */
@Injectable()
export class RowsFile {
  constructor(
    private readonly metrics: MetricAnswers,
    private readonly frames: Frames,
  ) {}

  async make({ where, ...query }: RowsExport, site: string, scope: Scope): Promise<SentFile> {
    const asked = { ...query, where: [where].flat().map((text) => filterFrom(text)) };
    const { format, head } = query;
    if (format === 'jsonl') return this.plain(asked, scope, 'jsonl');
    if (format === 'csv' && head === 'id') return this.plain(asked, scope, 'csv');
    const language = format === 'csv' && head !== 'id' ? head : query.language;
    const frame = await this.frames.of({ ...query, language }, site, scope);
    return format === 'csv' ? this.forSpreadsheets(asked, frame, scope) : this.forPeople({ ...asked, format }, frame, scope);
  }

  private async plain(asked: Asked, scope: Scope, format: 'csv' | 'jsonl'): Promise<SentFile> {
    const { text, shown, total } = await this.metrics.file({ ...asked, format, head: String }, scope);
    const name = { day: asked.from, scope: '', report: asked.metric };
    return { format, name, rows: { shown, total }, content: Readable.from(text) };
  }

  private async forSpreadsheets(asked: Asked, frame: Frame, scope: Scope): Promise<SentFile> {
    const [around, file] = await Promise.all([
      this.around(asked, frame, scope),
      this.metrics.file({ ...asked, format: 'csv', head: headIn(frame) }, scope),
    ]);
    const { text, shown, total } = file;
    const notes = csvNotes(around, [countOf({ shown, total }, around, 'file')]);
    return { format: 'csv', name: nameOf(around, frame), rows: { shown, total }, content: Readable.from(withNotes(text, notes)) };
  }

  private async forPeople(
    { format, ...asked }: Asked & { readonly format: 'xlsx' | 'pdf' },
    frame: Frame,
    scope: Scope,
  ): Promise<SentFile> {
    const [around, cases] = await Promise.all([
      this.around(asked, frame, scope),
      this.metrics.cases({ ...asked, ...mostFor(format) }, scope),
    ]);
    const { names, fact } = frame;
    const { table, left } = caseTable(names.say(ROWS), cases, names, format === 'pdf');
    const unprinted = left.length === 0 ? [] : [fact('columns', `${left.join(', ')}; ${names.say(SAID.allColumns)}`)];
    return fileOf({ ...around, tables: [table], notes: [...around.notes, ...unprinted] }, format, nameOf(around, frame));
  }

  /** What stands around the cases: the figure that they prove and its definition. */
  private async around({ metric: id, ...asked }: Asked, frame: Frame, scope: Scope): Promise<Omit<ExportDocument, 'tables'>> {
    const { names, fact } = frame;
    const question = { metrics: [id], by: [], from: asked.from, to: asked.to, where: asked.where, exact: false, asOf: asked.asOf };
    const answer = await this.metrics.answer(question, scope);
    const value = answer.rows[0]?.values[id];
    const metric = names.metric(id);
    const said: readonly Fact[] =
      value === undefined || metric === null ? [] : [fact('figure', figureText(value, metric.unit === 'share', frame))];
    return {
      ...frame.blank,
      title: metric === null ? id : names.say(metric.label),
      facts: [
        ...frame.facts({
          range: asked,
          where: asked.where,
          asOf: value?.asOf ?? null,
          askedAsOf: asked.asOf,
          coverage: value?.coverage ?? null,
        }),
        ...said,
      ],
      notes: metric === null ? [] : definitionNotes(metric, frame),
    };
  }
}

type Asked = Omit<RowsExport, 'where' | 'format'> & { readonly where: readonly Filter[] };

const nameOf = ({ title }: Pick<ExportDocument, 'title'>, { day, names, city }: Frame): SentFile['name'] => ({
  day,
  scope: names.say(city.name),
  report: title,
});

function figureText({ value, interval, n, reason }: Value, isShare: boolean, { names: { language, say }, blank }: Frame): string {
  if (value === null) return reason === null ? '–' : say(NO_NUMBER[reason]);
  const text = cellTexts(blank);
  const said = (number: number): string => text(number, { name: '', ...(isShare ? { type: 'share' } : { type: 'number' }) });
  const bounds = interval === null ? '' : ` (${said(interval.low)}–${said(interval.high)})`;
  const cases = n === null ? '' : `, n = ${new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(n)}`;
  return said(value) + bounds + cases;
}
