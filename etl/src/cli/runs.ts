import { type EntityCount, listRuns } from '@evenhand/records';
import type { Command } from './command';
import { printReport } from './report';

const sum = (counts: readonly EntityCount[], of: 'read' | 'loaded' | 'duplicate' | 'quarantined'): number =>
  counts.reduce((total, count) => total + count[of], 0);

/** `runs`: the latest loads. */
export const runs: Command = {
  usage: 'runs [--limit <number>] [--json]',
  does: 'lists the latest loads',
  purpose: 'a report of the pipeline',
  options: { limit: { type: 'string' }, json: { type: 'boolean' } },
  check: (typed) => void typed.count('limit', 50),
  async run({ stores, typed, terminal }) {
    const rows = (await listRuns(stores.records, typed.count('limit', 50))).map(({ id, source, status, startedAt, counts, message }) => ({
      run: id,
      source,
      status,
      started: startedAt,
      read: sum(counts, 'read'),
      loaded: sum(counts, 'loaded'),
      duplicate: sum(counts, 'duplicate'),
      quarantined: sum(counts, 'quarantined'),
      message: message ?? '',
    }));
    const headings = ['run', 'source', 'status', 'started', 'read', 'loaded', 'duplicate', 'quarantined', 'message'];
    return printReport({ headings, rows, none: 'Nothing has been loaded into this data folder yet.' }, { typed, terminal });
  },
};
