import { Inject, Injectable } from '@nestjs/common';
import { type Problem, questionSchema } from '@evenhand/contracts';
import type { Answer, Question, Scope } from '@evenhand/domain';
import { MetricAnswers } from '@evenhand/metrics';
import { LOG, type Logger } from '../connections';
import { Problems } from '../http/problems';
import { readBy } from '../http/validation';
import { LastAnswers } from '../last-answers/last-answers';
import { RecentQuestions } from './recent-questions';

type Slot = { readonly answer: Answer; readonly staleSince?: string } | { readonly problem: Problem };

/** Who asks for a page, and under which name the log knows it. */
export interface Asker {
  readonly scope: Scope;
  readonly requestId: string;
}

/** Everything a page needs at once: each question is answered or refused on its own, and all rest on the same publications. */
@Injectable()
export class PageAnswers {
  constructor(
    private readonly metrics: MetricAnswers,
    private readonly recent: RecentQuestions,
    private readonly last: LastAnswers,
    private readonly problems: Problems,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Answers one question; rejects when it cannot be answered. */
  one(question: Question, scope: Scope): Promise<Answer> {
    return this.metrics.answer(question, scope);
  }

  /** Answers a page; never rejects because of one of its questions. */
  async page(questions: Readonly<Record<string, unknown>>, asker: Asker): Promise<{ readonly answers: Readonly<Record<string, Slot>> }> {
    const started = performance.now();
    const slots = await this.metrics.together(() =>
      Promise.all(Object.entries(questions).map(async ([name, question]) => [name, await this.slot(question, asker)] as const)),
    );
    this.log.info({
      event: 'batch',
      questions: slots.length,
      problems: slots.filter(([, slot]) => 'problem' in slot).length,
      rows: slots.reduce((rows, [, slot]) => rows + ('answer' in slot ? slot.answer.rows.length : 0), 0),
      ms: Math.round(performance.now() - started),
      requestId: asker.requestId,
    });
    return { answers: Object.fromEntries(slots) };
  }

  private async slot(question: unknown, { scope, requestId }: Asker): Promise<Slot> {
    try {
      const asked = readBy(questionSchema, question);
      const { result: answer, staleSince } = await this.last.orLast(JSON.stringify([asked, scope]), this.one(asked, scope));
      this.recent.note(asked, scope);
      return { answer, ...(staleSince === null ? {} : { staleSince }) };
    } catch (error) {
      return { problem: this.problems.of(error, requestId) };
    }
  }
}
