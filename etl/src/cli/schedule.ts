import { NotFound } from '@evenhand/domain';
import { setSchedule } from '@evenhand/records';
import { scheduleOverview } from '../schedule';
import type { ScheduleSettings } from '../schedule';
import type { Command, CommandCall } from './command';
import { printReport } from './report';
import type { Typed } from './typed';
import { UsageProblem } from './usage-problem';

const SET = {
  pause: { change: () => ({ isPaused: true }), said: 'is pulled by itself no more.' },
  resume: { change: () => ({ isPaused: false }), said: 'is pulled by itself again.' },
  run: { change: () => ({ wantedAt: new Date() }), said: 'is pulled as soon as the server or a worker looks, within ten seconds.' },
} as const;

type Verb = keyof typeof SET;
const isVerb = (verb: string): verb is Verb => Object.hasOwn(SET, verb);

function wishIn({ positionals: [verb, source] }: Typed): { readonly verb: Verb; readonly source: string } | undefined {
  if (verb === undefined) return undefined;
  if (!isVerb(verb)) throw new UsageProblem(`Say nothing, or one of ${Object.keys(SET).join(', ')} and a source; not "${verb}".`);
  if (source === undefined) throw new UsageProblem(`Say which source, by its name, for example: schedule ${verb} queue-log.`);
  return { verb, source };
}

const text = (schedule: ScheduleSettings): string =>
  'at' in schedule ? `at ${schedule.at.join(', ')}` : `every ${schedule.every_minutes} minutes`;

async function list({ stores, typed, terminal }: CommandCall): Promise<number> {
  const rows = (await scheduleOverview(stores, new Date())).map(({ source, schedule, isPaused, nextAt, slots: [last] }) => ({
    ...{ source, schedule: text(schedule), next: isPaused ? 'paused' : (nextAt ?? '') },
    ...{ last: last?.slotAt ?? '', state: last?.state ?? '', message: last?.message ?? '' },
  }));
  const none = 'No source of this city has a schedule; city.yml names its sources under "sources".';
  return printReport({ headings: ['source', 'schedule', 'next', 'last', 'state', 'message'], rows, none }, { typed, terminal });
}

/** `schedule`, `schedule pause|resume|run <source>`: what is pulled by itself, and when. */
export const schedule: Command = {
  usage: 'schedule [--json] | schedule pause|resume|run <source>',
  does: 'lists what is pulled by itself and when; pauses, resumes or runs one source',
  purpose: 'a change of the schedules',
  traced: ['pause', 'resume', 'run'],
  options: { json: { type: 'boolean' } },
  check: (typed) => void wishIn(typed),
  async run(call) {
    const wish = wishIn(call.typed);
    if (!wish) return list(call);
    const known = await scheduleOverview(call.stores, new Date());
    if (!known.some(({ source }) => source === wish.source))
      throw new NotFound(
        `No source "${wish.source}" of this city has a schedule. Known: ${known.map(({ source }) => source).join(', ') || 'none'}.`,
      );
    await setSchedule(call.stores.records, wish.source, SET[wish.verb].change());
    call.terminal.out(`${wish.source} ${SET[wish.verb].said}`);
    return 0;
  },
};
