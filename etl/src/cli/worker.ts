import { once } from 'node:events';
import { startSchedules } from '../schedule';
import type { Command } from './command';
import { UsageProblem } from './usage-problem';

/** `worker`: pulls the sources of the city beside servers of their own. */
export const worker: Command = {
  usage: 'worker',
  does: 'pulls the sources of the city by their schedules until it is stopped; wants CLICKHOUSE_URL and DATABASE_URL',
  purpose: 'a worker',
  options: {},
  isEndless: true,
  staysHere: true,
  async run({ stores, terminal, gone }) {
    if (stores.warehouse.isEmbedded)
      throw new UsageProblem(
        'A worker wants CLICKHOUSE_URL and DATABASE_URL; with the stores in a data folder the server pulls by itself.',
      );
    const runner = startSchedules(stores, {
      tell: (event) => terminal.out(JSON.stringify(event)),
      failed: (what, error) =>
        terminal.err(JSON.stringify({ event: 'failure', what, cause: error instanceof Error ? error.message : String(error) })),
    });
    terminal.err('The worker is running; stop it with Ctrl-C.');
    if (!gone.aborted) await once(gone, 'abort');
    await runner.stop();
    return 0;
  },
};
