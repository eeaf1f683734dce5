import {
  type Answer,
  because,
  type CitySettings,
  InvalidQuery,
  type MetricInfo,
  type Question,
  type Scope,
  type TimeRange,
  TooCostly,
  type Value,
  wholeCity,
} from '@evenhand/domain';
import { beyondTheWall, type Sql, type Warehouse } from '@evenhand/warehouse';
import { checkCompared, withAgainst } from './against/against';
import { peerGroups } from './against/peer-groups';
import type { Run } from './asking/count';
import { answerRows, find, type Findings, wholeValue } from './asking/findings';
import { type Job, StatementRuns } from './asking/statement-runs';
import { checkQuestion, infoOf } from './check-question';
import { Readings } from './compare/readings';
import { type AnswerDiff, answerDiff, type DiffRequest } from './diff/answer-diff';
import { withApplicability } from './not-there';
import { type MetricDefinition } from './registry/definition';
import { tablesUnder } from './facts/tables-under';
import { metricNamed, REGISTRY } from './registry/registry';
import { Remembered } from './remembered';
import { type DataState, RememberedRows } from './remembered-rows';
import { instantFor, presentInstant, resolveAsOf } from './resolve-as-of';
import type { ResultRow } from './results';
import { Sheets, type SheetsOfState } from './sheets/sheets';
import { checkSeen, seenCompared } from './seen';
import { PublicAnswers } from './suppress/public-answers';
import { explanation, type Explanation } from './explain/explanation';
import { type CasesRequest, type RowsBehind, rowsBehind, type RowsRequest } from './rows-behind';
import type { CaseRows } from './row-stream';
import { casesFile, type ExportRequest, rowsFile, type RowsFile } from './rows-export';

/** The metrics wanted, and the job that wants them. */
interface LookingFor {
  readonly metrics: readonly MetricDefinition[];
  readonly job?: Job | undefined;
}

/** Up to this many tickets the waits themselves are read as fast as the bins of the rollup, and percentiles are exact. */
const BINS_ABOVE = 2_000_000;

/** Of fewer tickets any months are read at once. */
const LARGE = 100_000;

const QUARTER_MS = 900_000;

/** What is kept of answers, some 16 MB: so many figures, none of them more than a page shows. */
const MOST_FIGURES = 40_000;
const MOST_FIGURES_EACH = 10_000;

/** How many figures an answer holds, and one for the answer itself. */
export const figuresIn = ({ question, rows }: Answer): number =>
  1 + rows.length * question.metrics.length * (1 + (question.compare?.length ?? 0));

/** Answers questions about the city. There is no way to ask without a scope. */
export class MetricAnswers {
  private readonly remembered: RememberedRows;
  private readonly runs: StatementRuns;
  private readonly sheets: Sheets;
  /** What comparisons rest on. */
  readonly readings: Readings;
  private readonly told: PublicAnswers;
  private readonly answered = new Remembered<Answer>({ most: MOST_FIGURES, mostEach: MOST_FIGURES_EACH, weightOf: figuresIn });

  constructor(
    private readonly warehouse: Warehouse,
    private readonly city: CitySettings,
    private readonly binsAbove = BINS_ABOVE,
  ) {
    this.remembered = new RememberedRows(warehouse);
    this.runs = new StatementRuns(warehouse);
    this.sheets = new Sheets(city);
    this.readings = new Readings(warehouse, city, async () => this.sheetsAt(await this.remembered.state()));
    this.told = new PublicAnswers({ warehouse, city }, () => this.dataVersion());
  }

  /** What can be asked: every metric in words. */
  catalog(): MetricInfo[] {
    return REGISTRY.map(infoOf);
  }

  /** A name for what the data is at present: answers stay what they are while it stays what it is. */
  async dataVersion(): Promise<string> {
    return (await this.remembered.state()).version;
  }

  /** Whether the city has so many tickets that months are worth reading before somebody asks about them. */
  async isLarge(): Promise<boolean> {
    return (await this.remembered.state()).tickets > LARGE;
  }

  /** Reads one piece of what is likely to be asked next; false where nothing is left to read of what was asked lately. */
  async readAhead(): Promise<boolean> {
    return this.together(async () => this.sheets.readAhead(await this.remembered.state()));
  }

  /** Answers a question for the points of the scope; none in the scope, no rows. Throws InvalidQuery and TooCostly. */
  async answer(question: Question, scope: Scope): Promise<Answer> {
    return this.together(async () => {
      const { version } = await this.remembered.state();
      // What the public is told depends on the day, and in every zone a day begins with a quarter of an hour.
      const told = question.view === 'public' ? Math.floor(Date.now() / QUARTER_MS) : null;
      return this.answered.get(JSON.stringify([version, told, question, scope]), () => this.whole(question, scope));
    });
  }

  /**
   * Answers a question that may take minutes, for somebody who waits elsewhere; nothing that is published in the meantime waits
   * for it. Throws Cancelled when the job's signal says so.
   */
  async answerAsJob(question: Question, scope: Scope, job: Job): Promise<Answer> {
    const before = await this.remembered.state();
    const answer = await this.whole(question, scope, job);
    const { version } = await this.remembered.state();
    if (version === before.version) return answer;
    throw new TooCostly('exact', 'The data changed while this was being counted; ask again.', because('changed_meanwhile'));
  }

  private async whole(question: Question, scope: Scope, job?: Job): Promise<Answer> {
    const metrics = checkQuestion(question);
    checkCompared(question);
    checkSeen(question, scope);
    const { asked, answered } = await this.resolved(question, metrics);
    const ask = (other: Question, eyes = scope): Promise<Answer> =>
      this.shown(other, eyes, { metrics: metrics.filter(({ id }) => other.metrics.includes(id)), job });
    const answer = { ...(await ask(asked)), question: answered };
    const compare = seenCompared(question.compare ?? [], scope);
    if (compare.length === 0) return answer;
    const kinds = new Map(metrics.map(({ id, computation }) => [id, computation.kind]));
    const held = await withAgainst({
      answer: { ...answer, question: { ...answered, compare } },
      zone: this.city.zone,
      kindOf: (metric) => kinds.get(metric) ?? 'count',
      ask: async (other) => ask({ ...other, asOf: asked.asOf }),
      askOfCity: async (other) => beyondTheWall('held against the city', () => ask({ ...other, asOf: asked.asOf }, wholeCity)),
      peersOf: async (point, range) =>
        scope.points === 'all' || scope.points.includes(point)
          ? peerGroups(this.readings, metrics, { question: asked, range, point })
          : [{ metrics: question.metrics, alike: null }],
    });
    return { ...held, question: answered };
  }

  private shown(question: Question, scope: Scope, looking: LookingFor): Promise<Answer> {
    const plain = (asked: Question, eyes: Scope, metrics: LookingFor['metrics']) => this.plain(asked, eyes, { ...looking, metrics });
    return question.view === 'public'
      ? this.told.answer(question, { scope, metrics: looking.metrics, plain })
      : this.plain(question, scope, looking);
  }

  private async plain(question: Question, scope: Scope, looking: LookingFor): Promise<Answer> {
    if (scope.points !== 'all' && scope.points.length === 0) return { question, rows: [] };
    const findings = await this.find(question, scope, looking);
    return this.applicable({ question, rows: answerRows(findings, looking.metrics) }, looking.metrics, looking.job);
  }

  private applicable(answer: Answer, metrics: readonly MetricDefinition[], job?: Job): Promise<Answer> {
    return withApplicability(answer, metrics, async (statement) => {
      const { version } = await this.remembered.state();
      return this.remembered.rows(version, statement, (asked) => this.runs.rows(asked, { isHeavy: false, job }));
    });
  }

  private async find(question: Question, scope: Scope, { metrics, job }: LookingFor): Promise<Findings> {
    const state = await this.remembered.state();
    const { version, tickets } = state;
    const rows: Run = (statement, isHeavy = false) => {
      const run = (asked: Sql): Promise<readonly ResultRow[]> => this.runs.rows(asked, { isHeavy, job });
      return job ? run(statement) : this.remembered.rows(version, statement, run);
    };
    // A job may find other data than it began with.
    const sheets = job ? null : this.sheetsAt(state);
    return find({ question, scope, city: this.city, readsBins: tickets > this.binsAbove, rows, sheets }, metrics);
  }

  private sheetsAt(state: DataState): SheetsOfState {
    return this.sheets.at(state, (statement) => this.runs.rows(statement, { isHeavy: false }));
  }

  /** The cases behind a figure, page by page. Throws InvalidQuery. */
  async rows(request: RowsRequest, scope: Scope): Promise<RowsBehind> {
    return this.together(async () => {
      const { asked } = await this.resolved(request, [metricNamed(request.metric, 'metric')]);
      return rowsBehind({ warehouse: this.warehouse, city: this.city }, asked, scope);
    });
  }

  /** The present, to ask several things as of it: none of them sees what is published meanwhile. */
  present(): Promise<string> {
    return presentInstant(this.warehouse);
  }

  /** The cases behind a figure as a file; those of an instant also when more is published while it is read. Throws InvalidQuery. */
  async file(request: ExportRequest, scope: Scope): Promise<RowsFile> {
    const { answered } = await this.resolved(request, [metricNamed(request.metric, 'metric')]);
    return rowsFile({ warehouse: this.warehouse, city: this.city }, answered, scope);
  }

  /** The cases behind a figure as values, made while they are read, `most` of them. Throws InvalidQuery. */
  async cases(request: CasesRequest & { readonly most?: number }, scope: Scope): Promise<CaseRows & Pick<RowsBehind, 'entity'>> {
    const { answered } = await this.resolved(request, [metricNamed(request.metric, 'metric')]);
    return casesFile(
      { warehouse: this.warehouse, city: this.city, ...(answered.most === undefined ? {} : { most: answered.most }) },
      answered,
      scope,
    );
  }

  /** Where a figure comes from: its definition, its statements, its feeds, and what it leaves out. Throws InvalidQuery. */
  async explain(request: CasesRequest & { readonly exact: boolean }, scope: Scope): Promise<Explanation> {
    return this.together(async () => {
      const { asked, answered } = await this.resolved(request, [metricNamed(request.metric, 'metric')]);
      const question: Question = {
        metrics: [asked.metric],
        by: [],
        from: asked.from,
        to: asked.to,
        where: asked.where,
        exact: asked.exact,
        asOf: asked.asOf,
      };
      const metrics = checkQuestion(question);
      const [metric] = metrics;
      if (!metric) throw new InvalidQuery('metric', 'Name a metric.', because('name_a_metric'));
      const findings = await this.find(question, scope, { metrics });
      const place = { warehouse: this.warehouse, city: this.city };
      const { rows } = await this.applicable(
        { question, rows: [{ key: {}, values: { [metric.id]: wholeValue(findings, metric) } }] },
        metrics,
      );
      const value = rows[0]?.values[metric.id] ?? wholeValue(findings, metric);
      return explanation(place, { metric, value, findings, request: { ...asked, asOf: asked.asOf }, asOf: answered.asOf ?? null }, scope);
    });
  }

  /** Why a figure is another than it was at an earlier moment, page by page. Throws InvalidQuery. */
  async diff(request: DiffRequest, scope: Scope): Promise<AnswerDiff> {
    return this.together(async () => {
      const { metric, from, to, where } = request;
      const then = await this.moment(request.then, 'then');
      const asOf = request.asOf === undefined ? undefined : await this.moment(request.asOf, 'asOf');
      const valueAt = async (moment: string | undefined): Promise<Value> => {
        const question = { metrics: [metric], by: [], from, to, where, exact: true, asOf: moment };
        const value = (await this.answer(question, scope)).rows[0]?.values[metric];
        if (!value) throw new InvalidQuery('scope', 'There is no point that you may see.', because('no_point_seen'));
        return value;
      };
      const figures = { then: await valueAt(then), now: await valueAt(asOf) };
      const place = { warehouse: this.warehouse, city: this.city };
      return { asOf: { then, now: asOf ?? null }, ...figures, ...(await answerDiff(place, { ...request, then, asOf }, scope)) };
    });
  }

  private async moment(text: string, field: string): Promise<string> {
    return (await resolveAsOf({ warehouse: this.warehouse, city: this.city }, text, field)).at;
  }

  /**
   * As of when the public is told of a range. Throws InvalidQuery where its months were told at different instants: what is
   * compared must have been known together.
   */
  async toldOn(range: TimeRange, metric: string): Promise<string | undefined> {
    const { releases, untold } = await this.told.released(range, [metricNamed(metric, 'metric')]);
    const [only] = releases;
    if (only && untold.length === 0 && releases.length === 1) return only.asOf;
    const told = releases.map(({ from, to }) => `${from} to ${to}`).join(', ') || 'none';
    throw new InvalidQuery(
      'view',
      `The public compares months that were told together. Of these days there are: ${told}.`,
      because('public_only'),
    );
  }

  /** Gives several answers as one: all of them rest on the same publications. */
  together<Result>(answers: () => Promise<Result>): Promise<Result> {
    return this.warehouse.reading(answers);
  }

  // Where nothing has been published since of what metrics rest on, what was known then is what is known, and the rollups know it.
  private async resolved<Q extends { readonly asOf?: string | undefined }>(
    question: Q,
    metrics: readonly MetricDefinition[],
  ): Promise<{ readonly asked: Q; readonly answered: Q }> {
    if (question.asOf === undefined) return { asked: question, answered: question };
    const instant = await resolveAsOf({ warehouse: this.warehouse, city: this.city }, question.asOf);
    const asOf = instantFor(instant, tablesUnder(metrics.map(({ computation }) => computation)));
    return { asked: { ...question, asOf }, answered: { ...question, asOf: instant.at } };
  }
}
