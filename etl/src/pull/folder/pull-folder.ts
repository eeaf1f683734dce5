import { existsSync, lstatSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  beginFiles,
  type DeliveredFile,
  describeSource,
  endFile,
  lastReadFrom,
  releaseFile,
  runOfFile,
  takeFile,
  takenFiles,
} from '@evenhand/records';
import { loadSource, type RunSummary } from '../../load/load-source';
import { SourceProblem } from '../../source/source-problem';
import type { Pull, PullJob } from '../pull';
import { completeFiles } from './complete-files';
import { type DropPlace, dropPlace } from './drop-place';
import { freePath, moveFile } from './move-file';

/** A file whose load ended the process so often is not tried again by itself. */
const MOST_ATTEMPTS = 3;

interface Look {
  readonly job: PullJob;
  readonly place: DropPlace;
  readonly runs: RunSummary[];
  /** Failures that are not a file's own: the file stays where it is and is tried at the next look. */
  readonly failures: unknown[];
}

const recordsOf = ({ job }: Look) => job.stores.records;
const nameOf = ({ job }: Look): string => job.source.settings.name;
const fingerprintOf = ({ size, mtimeMs }: { readonly size: number; readonly mtimeMs: number }): string =>
  `${size} bytes, changed ${mtimeMs}`;

/** Says where a file will stand before it is moved there, so that whoever finds it unmoved knows where it belongs. */
async function settle(
  look: Look,
  file: DeliveredFile,
  end: { readonly status: 'loaded' | 'failed'; readonly runId: number | null; readonly reason?: string },
): Promise<void> {
  const { place } = look;
  const standsAt = freePath(end.status === 'loaded' ? place.done : place.failed, basename(file.readFrom));
  await endFile(recordsOf(look), file.id, { status: end.status, runId: end.runId, standsAt });
  if (end.reason !== undefined) writeFileSync(`${standsAt}.reason.txt`, `${end.reason}\n`);
  moveFile(file.readFrom, standsAt);
}

/** The sentence for what cannot be loaded whatever it holds; undefined for a file. */
function refusalOf(path: string): string | undefined {
  if (lstatSync(path).isSymbolicLink()) return `${basename(path)} is a link; only files are loaded, because a link may lead anywhere.`;
  // eslint-disable-next-line no-control-regex
  return /[\u0000-\u001f\u007f]/.test(basename(path)) ? 'The name holds a control character; give the file another name.' : undefined;
}

/** Loads a file that stands in the folder of the loading, and moves it on. */
async function load(look: Look, file: DeliveredFile): Promise<void> {
  const { stores, source, tell } = look.job;
  const refusal = refusalOf(file.readFrom);
  if (refusal !== undefined) return settle(look, file, { status: 'failed', runId: null, reason: refusal });
  if ((await beginFiles(recordsOf(look), [file.id])) > MOST_ATTEMPTS)
    return settle(look, file, {
      status: 'failed',
      runId: null,
      reason: `The load of this file was begun ${MOST_ATTEMPTS} times and never came to an end; drop it again to try once more.`,
    });
  try {
    const summary = await loadSource(stores, { source: source.path, files: [file.readFrom] }, (progress) =>
      tell({ what: file.address, done: 0, total: 1, load: progress }),
    );
    look.runs.push(summary);
    const { id: runId, status, message } = summary;
    await settle(
      look,
      file,
      status === 'published' ? { status: 'loaded', runId } : { status: 'failed', runId, reason: `${message} (run ${runId})` },
    );
  } catch (error) {
    if (!(error instanceof SourceProblem)) throw error;
    const run = await runOfFile(recordsOf(look), file);
    await settle(look, file, { status: 'failed', runId: run?.id ?? null, reason: error.message });
  }
}

/** Goes on with a file that a look which died had taken: it is loaded once, and moved where it belongs. */
async function resume(look: Look, name: string): Promise<void> {
  const path = join(look.place.loading, name);
  const records = recordsOf(look);
  const file = await lastReadFrom(records, nameOf(look), path);
  if (file === null) return load(look, await take(look, name, path));
  if (file.status !== 'taken') return moveFile(path, file.standsAt ?? freePath(look.place.failed, name));
  const run = await runOfFile(records, file);
  if (run?.status === 'published') return settle(look, file, { status: 'loaded', runId: run.id });
  return load(look, file);
}

const take = (look: Look, name: string, path: string): Promise<DeliveredFile> =>
  takeFile(recordsOf(look), {
    source: nameOf(look),
    address: name,
    fingerprint: fingerprintOf(lstatSync(path)),
    readFrom: join(look.place.loading, name),
  });

async function takeAndLoad(look: Look, name: string): Promise<void> {
  const path = join(look.place.drop, name);
  const file = await take(look, name, path);
  moveFile(path, file.readFrom);
  await load(look, file);
}

/** One file that goes wrong does not hold up those behind it. */
async function each(look: Look, names: readonly string[], step: (look: Look, name: string) => Promise<void>): Promise<void> {
  for (const name of names)
    try {
      await step(look, name);
    } catch (error) {
      look.failures.push(error);
    }
}

/** Looks into the drop folder once: loads every file that has come completely and moves it to the done or the failed. */
export const pullFolder: Pull<'folder'> = async (job) => {
  const { stores, source, from } = job;
  const { name, title, feed } = source.settings;
  const place = dropPlace(stores.folder, name, from);
  await describeSource(stores.records, { name, title: title.vi, everyHours: feed?.every_hours ?? null });
  const look: Look = { job, place, runs: [], failures: [] };
  // What was taken but is not there was never moved: its file is still in the drop folder.
  for (const file of await takenFiles(stores.records, name)) if (!existsSync(file.readFrom)) await releaseFile(stores.records, file.id);
  await each(look, readdirSync(place.loading).sort(), resume);
  await each(look, completeFiles(place.drop, from.quiet_seconds, Date.now()), takeAndLoad);
  if (look.failures.length > 0) throw look.failures[0];
  return look.runs;
};
