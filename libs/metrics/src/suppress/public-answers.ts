import { type Answer, type AnswerRow, type CitySettings, type Question, type Scope, type SingleValue, wholeCity } from '@evenhand/domain';
import { beyondTheWall, type Warehouse } from '@evenhand/warehouse';
import { tablesUnder } from '../facts/tables-under';
import type { MetricDefinition } from '../registry/definition';
import { Remembered } from '../remembered';
import { compareKeys, keyText } from '../results';
import { addMonths } from './add-months';
import { POLICIES } from './policy';
import { hiddenWith, judgedOf, tableQuestion } from './public-table';
import { type Released, releasesOf } from './releases';
import { hiddenValue, type PublicTable, publicTable, suppressed } from './suppress';

/** Every public question of a year about one metric rests on the same one. */
const MOST_TABLES = 100;
const MOST_TOLD = 500;

/** Answers a question as it is, without any thought for who reads it. */
export type Plain = (question: Question, scope: Scope, metrics: readonly MetricDefinition[]) => Promise<Answer>;

interface Asking {
  readonly scope: Scope;
  readonly metrics: readonly MetricDefinition[];
  readonly plain: Plain;
}

const NOT_YET: Omit<SingleValue, 'version'> = {
  ...{ value: null, reason: 'not_told', n: null, cases: null, interval: null, bounds: null },
  ...{ coverage: null, asOf: null, from: 'raw', approximate: false },
};

/** Of a range that is not told to its end only the months are told that can be told apart. */
function asFarAsTold(answer: Answer, metric: MetricDefinition, { untold }: Released): Answer {
  if (untold.length === 0) return answer;
  const told = { ...answer, untold: untold.map((one) => ({ metric: metric.id, ...one })) };
  if (answer.question.by.includes('month')) return told;
  const rows = answer.rows.map(({ key, values }) => {
    const value = values[metric.id];
    return { key, values: value ? { ...values, [metric.id]: hiddenValue(value, 'not_told') } : values };
  });
  const nothing: AnswerRow = { key: {}, values: { [metric.id]: { ...NOT_YET, version: metric.version } } };
  return { ...told, rows: rows.length === 0 && answer.question.by.length === 0 ? [nothing] : rows };
}

/** Takes out of an answer the rows of which another hides its figure. */
function hiddenAlike(answer: Answer, metric: string, other: { readonly answer: Answer; readonly metric: string }): Answer {
  const { by } = answer.question;
  const hides = other.answer.rows.filter(({ values }) => values[other.metric]?.reason === 'suppressed').map(({ key }) => keyText(key, by));
  const hidden = new Set(hides);
  return {
    ...answer,
    rows: answer.rows.map(({ key, values }) => {
      const value = values[metric];
      return { key, values: value && hidden.has(keyText(key, by)) ? { ...values, [metric]: hiddenValue(value) } : values };
    }),
  };
}

/** Puts the figures of several metrics into the rows that they share. */
function sideBySide(question: Question, answers: readonly Answer[]): Answer {
  const [only] = answers;
  if (only && answers.length === 1) return { ...only, question };
  const untold = answers.flatMap((one) => one.untold ?? []);
  const rows = new Map<string, AnswerRow>();
  for (const { key, values } of answers.flatMap((one) => one.rows)) {
    const name = keyText(key, question.by);
    rows.set(name, { key, values: { ...rows.get(name)?.values, ...values } });
  }
  const inOrder = compareKeys(question.by);
  return {
    question,
    rows: [...rows.values()].sort((one, other) => inOrder(one.key, other.key)),
    ...(untold.length === 0 ? {} : { untold }),
  };
}

/** What the public is told: sums of judged pieces, each month of them as it was known when it was told. */
export class PublicAnswers {
  private readonly tables = new Remembered<PublicTable>({ most: MOST_TABLES });
  /** What was known at an instant does not change. */
  private readonly told = new Remembered<Answer>({ most: MOST_TOLD });

  constructor(
    private readonly place: { readonly warehouse: Warehouse; readonly city: CitySettings },
    private readonly version: () => Promise<string>,
  ) {}

  /** The answer as the public sees it. */
  async answer(question: Question, { scope, metrics, plain }: Asking): Promise<Answer> {
    const answers: Answer[] = [];
    for (const metric of metrics) answers.push(await this.ofOne({ ...question, metrics: [metric.id] }, metric, { scope, plain }));
    return sideBySide(question, answers);
  }

  /** The months of a range that are told of metrics, and as of when. */
  released(question: Pick<Question, 'from' | 'to'>, metrics: readonly MetricDefinition[]): Promise<Released> {
    const tables = tablesUnder(metrics.map(({ computation }) => computation));
    return releasesOf(this.place, { range: { from: question.from, to: question.to }, tables });
  }

  private async ofOne(question: Question, metric: MetricDefinition, { scope, plain }: Omit<Asking, 'metrics'>): Promise<Answer> {
    const released = await this.released(question, [metric]);
    const parts = await this.parts(question, released, { scope, metrics: [metric], plain });
    const [only] = parts;
    const whole = only && parts.length === 1 ? { ...only, question } : addMonths(parts, question, metric);
    const shown = suppressed(asFarAsTold(whole, metric, released), await this.table(question, metric, plain), scope);
    const other = hiddenWith(metric);
    if (other === null) return shown;
    const beside = await this.ofOne({ ...question, metrics: [other.id] }, other, { scope, plain });
    return hiddenAlike(shown, metric.id, { answer: beside, metric: other.id });
  }

  // The pieces are the same whoever asks and whatever of them: what is hidden once is hidden in every answer.
  private async table(question: Question, metric: MetricDefinition, plain: Plain): Promise<PublicTable> {
    const asked = tableQuestion(question, metric);
    const released = await this.released(asked, [metric]);
    const name = `${await this.version()} ${JSON.stringify([asked, released])}`;
    const make = async (): Promise<PublicTable> => {
      const parts = await this.parts(asked, released, { scope: wholeCity, metrics: [metric], plain });
      return publicTable(
        { metric: metric.id, rows: parts.flatMap(({ rows }) => rows) },
        { policy: POLICIES.public, judged: judgedOf(metric) },
      );
    };
    return beyondTheWall('told to the public', () => this.tables.get(name, make));
  }

  private parts(question: Question, { releases }: Released, { scope, metrics, plain }: Asking): Promise<readonly Answer[]> {
    return Promise.all(
      releases.map(({ from, to, asOf }) => {
        const part = { ...question, from, to, asOf };
        const ask = (): Promise<Answer> => plain(part, scope, metrics);
        return asOf === undefined ? ask() : this.told.get(JSON.stringify([part, scope]), ask);
      }),
    );
  }
}
