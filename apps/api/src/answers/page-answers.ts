import { Buffer } from 'node:buffer';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { Inject, Injectable } from '@nestjs/common';
import { type Problem, questionSchema } from '@evenhand/contracts';
import { type Answer, type Question, type Scope, toColumns } from '@evenhand/domain';
import { MetricAnswers } from '@evenhand/metrics';
import { LOG, type Logger, NOW, type Now } from '../connections';
import { Problems } from '../http/problems';
import { readBy } from '../http/validation';
import { LastAnswers } from '../last-answers/last-answers';
import { type AnsweredQuestion, KeptPages, type SentPage } from './kept-pages';
import { type PageForm } from './page-form';
import { ReadingAhead } from './reading-ahead';
import { RecentQuestions } from './recent-questions';

type Slot = { readonly answer: Answer; readonly staleSince?: string; readonly asked: AnsweredQuestion } | { readonly problem: Problem };

/** Questions by their names, none of them read yet. */
type Questions = Readonly<Record<string, unknown>>;

/** Who asks for a page, in which form, and under which name the log knows it. */
export interface Asker {
  readonly scope: Scope;
  readonly form: PageForm;
  readonly requestId: string;
}

/** Whoever asks waits for the questions themselves rather than for the name of their page. */
const PATIENCE_MS = 1_000;
/** What the public is told depends on the day, and in every zone a day begins with a quarter of an hour. */
const QUARTER_MS = 900_000;

const compressed = promisify(gzip);

/** Everything a page needs at once: each question is answered or refused on its own, and all rest on the same publications. */
@Injectable()
export class PageAnswers {
  constructor(
    private readonly metrics: MetricAnswers,
    private readonly recent: RecentQuestions,
    private readonly last: LastAnswers,
    private readonly pages: KeptPages,
    private readonly ahead: ReadingAhead,
    private readonly problems: Problems,
    @Inject(NOW) private readonly now: Now,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Answers one question; rejects when it cannot be answered. */
  one(question: Question, scope: Scope): Promise<Answer> {
    this.ahead.noteAsking();
    return this.metrics.answer(question, scope);
  }

  /** Answers a page, as it is sent; never rejects because of one of its questions. */
  async page(questions: Questions, asker: Asker): Promise<SentPage> {
    const started = performance.now();
    this.ahead.noteAsking();
    const version = await this.version();
    const make = (): Promise<SentPage> => this.made(questions, asker, version);
    const quarter = Math.floor(this.now().getTime() / QUARTER_MS);
    const page = await (version === null
      ? make()
      : this.pages.of(JSON.stringify([version, quarter, asker.form, asker.scope, questions]), make));
    for (const { name, question } of page.answered) {
      this.recent.note(question, asker.scope);
      this.last.renew(name);
    }
    this.log.info({
      event: 'batch',
      questions: page.questions,
      problems: page.questions - page.answered.length,
      rows: page.rows,
      ms: Math.round(performance.now() - started),
      requestId: asker.requestId,
    });
    return page;
  }

  /** The state of the data; `null` while the warehouse does not tell. */
  private async version(): Promise<string | null> {
    let patience: NodeJS.Timeout | undefined;
    const tooSlow = new Promise<null>((over) => (patience = setTimeout(over, PATIENCE_MS, null).unref()));
    const version = await Promise.race([this.metrics.dataVersion().catch(() => null), tooSlow]);
    clearTimeout(patience);
    return version;
  }

  private async made(questions: Questions, asker: Asker, version: string | null): Promise<SentPage> {
    const slots = await this.metrics.together(() =>
      Promise.all(Object.entries(questions).map(async ([name, question]) => [name, await this.slot(question, asker)] as const)),
    );
    const answered = slots.flatMap(([, slot]) => ('answer' in slot ? [slot] : []));
    const isWhole = answered.length === slots.length && answered.every(({ staleSince }) => staleSince === undefined);
    const answers = Object.fromEntries(slots.map(([name, slot]) => [name, shown(slot, asker.form)]));
    return {
      // Pages are full of what repeats: the quickest way makes them nearly as small as the best.
      gzip: await compressed(Buffer.from(JSON.stringify({ answers })), { level: constants.Z_BEST_SPEED }),
      answered: answered.map(({ asked }) => asked),
      questions: slots.length,
      rows: answered.reduce((rows, { answer }) => rows + answer.rows.length, 0),
      isWhole: isWhole && version !== null && (await this.version()) === version,
    };
  }

  private async slot(question: unknown, { scope, requestId }: Asker): Promise<Slot> {
    try {
      const asked = readBy(questionSchema, question);
      const name = JSON.stringify([asked, scope]);
      const { result: answer, staleSince } = await this.last.orLast(name, this.one(asked, scope));
      return { answer, ...(staleSince === null ? {} : { staleSince }), asked: { name, question: asked } };
    } catch (error) {
      return { problem: this.problems.of(error, requestId) };
    }
  }
}

function shown(slot: Slot, form: PageForm): object {
  if ('problem' in slot) return slot;
  const { answer, staleSince } = slot;
  return { ...(form === 'columns' ? { columns: toColumns(answer) } : { answer }), ...(staleSince === undefined ? {} : { staleSince }) };
}
