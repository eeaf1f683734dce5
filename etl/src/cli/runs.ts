import { type EntityCount, findRun, linesOfRun, listRuns } from '@evenhand/records';
import type { Command, CommandCall } from './command';
import { printReport } from './report';
import { examplesOf, summaryText } from './summary';
import type { Typed } from './typed';
import { UsageProblem } from './usage-problem';

const sum = (counts: readonly EntityCount[], of: 'read' | 'loaded' | 'duplicate' | 'quarantined'): number =>
  counts.reduce((total, count) => total + count[of], 0);

function oneIn({ positionals: [run] }: Typed): number | undefined {
  if (run === undefined) return undefined;
  if (!/^\d{1,9}$/.test(run)) throw new UsageProblem(`"${run}" is not the number of a run; \`runs\` lists them.`);
  return Number(run);
}

async function showOne({ stores, typed, terminal }: CommandCall, id: number): Promise<number> {
  const run = await findRun(stores.records, id);
  const lines = await linesOfRun(stores.records, id, -1);
  const examples = await examplesOf(stores.warehouse, id);
  if (typed.flag('json')) terminal.out(JSON.stringify({ ...run, lines, examples }));
  else terminal.out([...lines.map(({ at, text }) => `${at}  ${text}`), '', summaryText(run, examples, [])].join('\n'));
  return 0;
}

async function list({ stores, typed, terminal }: CommandCall): Promise<number> {
  const found = await listRuns(stores.records, typed.count('limit', 50), { source: typed.text('source') });
  const rows = found.map(({ id, source, status, startedAt, counts, message }) => ({
    ...{ run: id, source, status, started: startedAt },
    ...{
      read: sum(counts, 'read'),
      loaded: sum(counts, 'loaded'),
      duplicate: sum(counts, 'duplicate'),
      quarantined: sum(counts, 'quarantined'),
    },
    message: message ?? '',
  }));
  const headings = ['run', 'source', 'status', 'started', 'read', 'loaded', 'duplicate', 'quarantined', 'message'];
  return printReport({ headings, rows, none: 'Nothing has been loaded into this data folder yet.' }, { typed, terminal });
}

/** `runs`, `runs <run>`: the latest loads, or what one said and came to. */
export const runs: Command = {
  usage: 'runs [<run>] [--source <name>] [--limit <number>] [--json]',
  does: 'lists the latest loads, or shows what one said and came to',
  purpose: 'a report of the pipeline',
  options: { source: { type: 'string' }, limit: { type: 'string' }, json: { type: 'boolean' } },
  check: (typed) => void [oneIn(typed), typed.count('limit', 50)],
  async run(call) {
    const one = oneIn(call.typed);
    return one === undefined ? list(call) : showOne(call, one);
  },
};
