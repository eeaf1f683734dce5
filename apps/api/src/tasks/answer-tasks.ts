import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { AnswerTask } from '@evenhand/contracts';
import { type Answer, because, Cancelled, NotFound, type Question, type Scope } from '@evenhand/domain';
import { MetricAnswers } from '@evenhand/metrics';
import { type Warehouse } from '@evenhand/warehouse';
import { NOW, type Now, WAREHOUSE } from '../connections';
import { Problems } from '../http/problems';
import { Refusal } from '../http/refusal';

/** What is kept of a task. */
interface Kept {
  readonly id: string;
  /** Id of who asked; nobody else sees the task. */
  readonly askerId: string;
  readonly askedAt: string;
  readonly cancel: AbortController;
  readonly ended: Promise<void>;
  outcome: Pick<AnswerTask, 'state' | 'problem'> & { readonly answer: Answer | null };
}

/** Who asks, and under which name the log knows it. */
interface Asker {
  readonly id: string;
  readonly scope: Scope;
  readonly requestId: string;
}

const AGAIN_MS = 50;
const MOST_WAITING = 20;
/** Of one person or machine, so that nobody keeps the others from asking. */
const MOST_OF_ONE = 5;
const MOST_KEPT = 100;
const TRY_AGAIN_SECONDS = 5;

/** Questions that may take minutes: they are asked, looked after and taken back by name. A restart forgets them. */
@Injectable()
export class AnswerTasks implements OnModuleDestroy {
  private readonly tasks = new Map<string, Kept>();

  constructor(
    private readonly metrics: MetricAnswers,
    private readonly problems: Problems,
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(NOW) private readonly now: Now,
  ) {}

  /** How many have not ended. */
  get open(): number {
    return this.running().length;
  }

  /** Begins to answer a question from the rows themselves. */
  start(question: Question, { id: askerId, scope, requestId }: Asker): Promise<AnswerTask> {
    this.refuseTooMany(askerId);
    const id = randomUUID();
    const cancel = new AbortController();
    const answering = this.metrics.answerAsJob({ ...question, exact: true }, scope, { name: id, signal: cancel.signal });
    const kept: Kept = {
      id,
      askerId,
      askedAt: this.now().toISOString(),
      cancel,
      outcome: { state: 'running', answer: null, problem: null },
      ended: answering.then(
        (answer) => this.end(id, { state: 'done', answer, problem: null }),
        (error: unknown) =>
          this.end(
            id,
            error instanceof Cancelled || cancel.signal.aborted
              ? { state: 'cancelled', answer: null, problem: null }
              : { state: 'failed', answer: null, problem: this.problems.of(error, requestId) },
          ),
      ),
    };
    this.tasks.set(id, kept);
    this.forgetOldest();
    return this.show(id, askerId);
  }

  /** How far a task is. Throws NotFound, also to whoever did not ask it. */
  async show(id: string, askerId: string): Promise<AnswerTask> {
    const { askedAt, outcome } = this.kept(id, askerId);
    const progress = outcome.state === 'running' ? await this.warehouse.progressOf(id) : null;
    const { outcome: latest } = this.kept(id, askerId);
    const state = latest.state === 'running' && progress === null ? 'waiting' : latest.state;
    return { id, askedAt, progress: state === 'running' ? progress : null, ...(latest as Pick<AnswerTask, 'answer' | 'problem'>), state };
  }

  /** Takes a task back: what runs of it is ended in the engine, what waits never begins. Throws NotFound. */
  async cancel(id: string, askerId: string): Promise<AnswerTask> {
    const task = this.kept(id, askerId);
    task.cancel.abort();
    // A statement may be about to begin at this moment; it is ended when it has.
    while (task.outcome.state === 'running') {
      await this.warehouse.stop(id);
      await Promise.race([task.ended, wait(AGAIN_MS)]);
    }
    return this.show(id, askerId);
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.running().map(({ id, askerId }) => this.cancel(id, askerId)));
  }

  private refuseTooMany(askerId: string): void {
    const own = this.running().filter((task) => task.askerId === askerId).length;
    const said =
      own >= MOST_OF_ONE
        ? `${own} of your tasks are under way; wait until one of them ends, or take one back.`
        : this.open >= MOST_WAITING
          ? `${this.open} tasks are under way; wait until one of them ends.`
          : null;
    if (said !== null)
      throw new Refusal(
        429,
        { id: 'too-many-tasks', title: 'Too many tasks', reason: because('too_many_tasks', { most: Math.max(own, this.open) }) },
        said,
        { 'retry-after': String(TRY_AGAIN_SECONDS) },
      );
  }

  private running(): readonly Kept[] {
    return [...this.tasks.values()].filter(({ outcome }) => outcome.state === 'running');
  }

  private end(id: string, outcome: Kept['outcome']): void {
    const task = this.tasks.get(id);
    if (task) task.outcome = outcome;
  }

  private kept(id: string, askerId: string): Kept {
    const task = this.tasks.get(id);
    if (task?.askerId !== askerId)
      throw new NotFound(`There is no task "${id}"; tasks are forgotten when the server restarts.`, because('no_task'));
    return task;
  }

  private forgetOldest(): void {
    for (const [id, { outcome }] of this.tasks) {
      if (this.tasks.size <= MOST_KEPT) return;
      if (outcome.state !== 'running') this.tasks.delete(id);
    }
  }
}
