import type { Run } from '@evenhand/records';
import { checkRequest, type LoadProgress, loadSource, type LoadRequest } from '../load/load-source';
import type { Command } from './command';
import { examplesOf, summaryText } from './summary';
import type { Progress } from './terminal';
import type { Typed } from './typed';
import { UsageProblem } from './usage-problem';

const STEPS = { read: 'Reading and checking', compare: 'Comparing with what is known', publish: 'Publishing', done: 'Published' } as const;

/** How far a load has come, for a person. */
export const loadProgress = ({ step, entity, file, bytes, totalBytes }: LoadProgress): Progress => ({
  step: STEPS[step],
  what: [entity, step === 'read' ? file : undefined].filter(Boolean).join(' '),
  done: bytes,
  all: totalBytes,
  unit: 'bytes',
});

function requestIn(typed: Typed): LoadRequest {
  // A shell that opens a pattern by itself leaves all but the first name behind the source folder.
  const [source, ...opened] = typed.positionals;
  const files = typed.texts('files');
  if (source === undefined) throw new UsageProblem('Say which source folder to load with, for example etl/sources/receipt.');
  if (files.length === 0) throw new UsageProblem("Say which files to load, for example --files 'logs/*.csv'.");
  return { source: typed.path(source), files: [...files, ...opened].map((file) => typed.path(file)) };
}

const brought = ({ counts }: Run): boolean => counts.some(({ loaded, duplicate }) => loaded + duplicate > 0);

/** `load <source-folder> --files <pattern> [--json]` */
export const load: Command = {
  usage: 'load <source-folder> --files <pattern> [--files <pattern>] [--json]',
  does: 'reads files of a source, checks every record and publishes the good ones',
  purpose: 'a load',
  options: { files: { type: 'string', multiple: true }, json: { type: 'boolean' } },
  check: (typed) => void checkRequest(requestIn(typed)),
  async run({ stores, typed, terminal }) {
    const { newPoints, ...run } = await loadSource(stores, requestIn(typed), (progress) => terminal.progress(loadProgress(progress)));
    const examples = await examplesOf(stores.warehouse, run.id);
    terminal.out(typed.flag('json') ? JSON.stringify({ ...run, newPoints, examples }) : summaryText(run, examples, newPoints));
    return brought(run) ? 0 : 1;
  },
};
