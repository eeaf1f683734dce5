import { availableParallelism } from 'node:os';
import { because, Cancelled, TooCostly } from '@evenhand/domain';
import { type EngineSettings, type Sql, type Warehouse, WarehouseError, withSettings } from '@evenhand/warehouse';
import type { ResultRow } from '../results';
import { Lane } from './lane';

/** The rows that one statement may give. */
export const MOST_ROWS = 100_000;
const GIGABYTE = 1_000_000_000;
const SECONDS = 30;
const TASK_SECONDS = 1800;

/** An answer that somebody waits for elsewhere: its statements carry the name, and stop when the signal says so. */
export interface Job {
  readonly name: string;
  readonly signal: AbortSignal;
}

/** How a statement is to be run. Heavy ones read every row of what may be years. */
export interface Running {
  readonly isHeavy: boolean;
  readonly mostRows?: number;
  readonly job?: Job | undefined;
  /** How many threads are worth their start; as many as there are unless given. */
  readonly threads?: number;
}

const settingsFor = ({ isHeavy, mostRows = MOST_ROWS, job, threads }: Running): EngineSettings => ({
  max_result_rows: mostRows,
  result_overflow_mode: 'throw',
  max_execution_time: job ? TASK_SECONDS : SECONDS,
  max_memory_usage: (isHeavy ? 4 : 2) * GIGABYTE,
  // Half of the machine stays for everybody else.
  ...(isHeavy ? { max_threads: Math.max(1, Math.floor(availableParallelism() / 2)) } : {}),
  ...(threads === undefined ? {} : { max_threads: threads }),
  ...(job ? { log_comment: job.name } : {}),
});

/** What is said of an answer with more rows than one may have. */
export const tooManyRows = (most: number): Error =>
  new TooCostly(
    'by',
    `The answer has more than ${most} rows; ask for fewer dimensions, a shorter range, or filter by where.`,
    because('too_many_rows', { most }),
  );

const REFUSALS: Readonly<Record<string, (most: number) => Error>> = {
  TOO_MANY_ROWS_OR_BYTES: tooManyRows,
  TIMEOUT_EXCEEDED: () =>
    new TooCostly(
      'exact',
      'Counting this takes too long; ask for a shorter range, without "exact", or as a task through /api/tasks/answers.',
      because('takes_too_long'),
    ),
  MEMORY_LIMIT_EXCEEDED: () =>
    new TooCostly(
      'by',
      'Counting this takes more memory than one question may have; ask for fewer dimensions or a shorter range.',
      because('takes_too_much'),
    ),
  QUERY_WAS_CANCELLED: () => new Cancelled(),
};

/**
 * Runs the statements of questions within bounds of time, memory and rows. Heavy ones share one lane and half of the machine:
 * however many are asked, the others find the rest of it free.
 */
export class StatementRuns {
  private readonly lane = new Lane(1);

  constructor(private readonly warehouse: Warehouse) {}

  /** Throws TooCostly for what goes beyond the bounds, Cancelled for a job that was. */
  rows(statement: Sql, running: Running): Promise<readonly ResultRow[]> {
    const run = (): Promise<readonly ResultRow[]> => this.run(statement, running);
    return running.isHeavy ? this.lane.run(run) : run();
  }

  private async run(statement: Sql, running: Running): Promise<readonly ResultRow[]> {
    if (running.job?.signal.aborted === true) throw new Cancelled();
    try {
      return await this.warehouse.rows<ResultRow>(withSettings(statement, settingsFor(running)), { isLong: running.job !== undefined });
    } catch (error) {
      const refusal = error instanceof WarehouseError ? REFUSALS[error.code] : undefined;
      throw refusal ? refusal(running.mostRows ?? MOST_ROWS) : error;
    }
  }
}
