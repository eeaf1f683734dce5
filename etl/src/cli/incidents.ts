import { listIncidents } from '@evenhand/records';
import { acceptVolume } from '../feeds';
import type { Command } from './command';
import { printReport } from './report';
import type { Typed } from './typed';
import { UsageProblem } from './usage-problem';

function acceptedIn({ positionals: [verb, id = ''] }: Typed): number | undefined {
  if (verb === undefined) return undefined;
  if (verb !== 'accept') throw new UsageProblem(`Say nothing, or "accept" and the number of an incident; not "${verb}".`);
  if (!/^\d{1,9}$/.test(id)) throw new UsageProblem('Say which incident, by its number; `incidents` lists them.');
  return Number(id);
}

/** `incidents [--all]`, `incidents accept <number>`: what is unknown, and since when. */
export const incidents: Command = {
  usage: 'incidents [--all] [--json] | incidents accept <incident>',
  does: 'lists what is missing, thin or late; accept declares that a thin feed has a new usual volume',
  purpose: 'a report of the pipeline',
  traced: ['accept'],
  options: { all: { type: 'boolean' }, json: { type: 'boolean' } },
  check: (typed) => void acceptedIn(typed),
  async run({ stores, typed, terminal }) {
    const accepted = acceptedIn(typed);
    if (accepted !== undefined) {
      await stores.oneAtATime(() => acceptVolume(stores, accepted, new Date()));
      terminal.out(`Incident ${accepted} is accepted: its points are judged by what they have sent since then.`);
      return 0;
    }
    const found = await listIncidents(stores.records, typed.flag('all') ? {} : { isOpen: true });
    const rows = found.map(({ id, source, entity, kind, points, fromDay, toDay, message }) => ({
      ...{ incident: id, source, entity, kind, from: fromDay, to: toDay ?? '' },
      points: points.length === 0 ? 'all' : points.join(' '),
      message: message ?? '',
    }));
    const headings = ['incident', 'source', 'entity', 'kind', 'from', 'to', 'points', 'message'];
    return printReport({ headings, rows, none: 'Nothing is missing, thin or late.' }, { typed, terminal });
  },
};
