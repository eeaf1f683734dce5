import type { DataSource } from 'typeorm';

const MINUTE = 60_000;
/** Failures are counted together for so long after the first of them. */
export const ATTEMPTS_WINDOW_MS = 15 * MINUTE;

/** How often somebody has failed, and when the count begins anew. */
export interface Attempts {
  readonly failures: number;
  readonly untilMs: number;
}

const COUNT = `
  INSERT INTO sign_in_attempts AS a (subject, failures, first_at) VALUES ($1, 1, $2)
  ON CONFLICT (subject) DO UPDATE SET
    failures = CASE WHEN a.first_at <= $3 THEN 1 ELSE a.failures + 1 END,
    first_at = CASE WHEN a.first_at <= $3 THEN excluded.first_at ELSE a.first_at END
  RETURNING failures, first_at AS "firstAt"`;

/**
 * Counts an attempt as failed before it is made, so that many at once cannot slip through; {@link forgiveAttempt} takes it
 * back when it succeeds.
 */
export async function countAttempt(records: DataSource, subject: string, now = new Date()): Promise<Attempts> {
  const oldest = new Date(now.getTime() - ATTEMPTS_WINDOW_MS);
  await records.query('DELETE FROM sign_in_attempts WHERE first_at <= $1', [oldest]);
  const [row] = (await records.query(COUNT, [subject, now, oldest])) as { failures: number; firstAt: Date | string }[];
  const first = row ? new Date(row.firstAt).getTime() : now.getTime();
  return { failures: row?.failures ?? 1, untilMs: first + ATTEMPTS_WINDOW_MS };
}

/** Takes one attempt back. */
export async function forgiveAttempt(records: DataSource, subject: string): Promise<void> {
  await records.query('UPDATE sign_in_attempts SET failures = failures - 1 WHERE subject = $1', [subject]);
}

/** Begins to count anew. */
export async function forgetAttempts(records: DataSource, subject: string): Promise<void> {
  await records.query('DELETE FROM sign_in_attempts WHERE subject = $1', [subject]);
}
