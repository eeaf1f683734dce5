import type { DataSource } from 'typeorm';

/** Any number that nobody else uses for advisory locks of this database. */
const PIPELINE_LOCK = 7_338_202;

interface Locking {
  /** Waits for its turn, or gives up at once when somebody else has it. */
  readonly waits: boolean;
}

async function locked<Result>(records: DataSource, { waits }: Locking, job: () => Promise<Result>): Promise<Result | undefined> {
  const session = records.createQueryRunner();
  try {
    const [row] = (await session.query(
      waits ? 'SELECT pg_advisory_lock($1) IS NOT NULL AS got' : 'SELECT pg_try_advisory_lock($1) AS got',
      [PIPELINE_LOCK],
    )) as readonly { readonly got: boolean }[]; // the driver types no columns
    if (!row?.got) return undefined;
    try {
      return await job();
    } finally {
      await session.query('SELECT pg_advisory_unlock($1)', [PIPELINE_LOCK]);
    }
  } finally {
    await session.release();
  }
}

/**
 * Runs a job that changes the facts while no other process does, on a server that several share. The lock belongs to a
 * session, so it is free again when its process dies. TRICKY: an embedded store is one session; never lock there.
 */
export async function inPipelineTurn<Result>(records: DataSource, job: () => Promise<Result>): Promise<Result> {
  let result: { readonly value: Result } | undefined;
  await locked(records, { waits: true }, async () => {
    result = { value: await job() };
    return true;
  });
  if (!result) throw new Error('The lock of the pipeline was not given.');
  return result.value;
}

/** Runs a job only when no process is changing the facts; tells whether it ran. */
export async function ifPipelineIsIdle(records: DataSource, job: () => Promise<void>): Promise<boolean> {
  const ran = await locked(records, { waits: false }, async () => {
    await job();
    return true;
  });
  return ran ?? false;
}
