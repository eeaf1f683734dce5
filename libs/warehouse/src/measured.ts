import { channel } from 'node:diagnostics_channel';

/** What is told of each statement once it has ended: never its text, which may hold what somebody looked for. */
export interface MeasuredStatement {
  readonly kind: 'query' | 'statement';
  readonly seconds: number;
  readonly failed: boolean;
}

/** Name of the diagnostics channel that carries a {@link MeasuredStatement} for each statement of this process. */
export const STATEMENTS = 'evenhand:statements';

const told = channel(STATEMENTS);

/** Runs a statement and tells how long it took. */
export async function measured<Result>(kind: MeasuredStatement['kind'], statement: () => Promise<Result>): Promise<Result> {
  const started = performance.now();
  const tell = (failed: boolean): void => told.publish({ kind, seconds: (performance.now() - started) / 1000, failed });
  try {
    const result = await statement();
    tell(false);
    return result;
  } catch (error) {
    tell(true);
    throw error;
  }
}
