import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  beginFiles,
  type DeliveredFile,
  describeSource,
  endFile,
  forgetEarlier,
  loadedFiles,
  releaseFile,
  runOfFile,
  takeFile,
  takenFiles,
} from '@evenhand/records';
import { loadSource, type RunSummary } from '../../load/load-source';
import { SourceProblem } from '../../source/source-problem';
import type { PullJob } from '../pull';
import { fetchFile, type FileRequest, type Fingerprint } from './fetch-file';
import { landingPlace, safeName } from './landing-place';

/** A file that can be fetched. */
export interface RemoteFile {
  /** Names it for ever: two files of one address are two contents of one file. */
  readonly address: string;
  /** Its folders and its name, as the place it comes from calls them. */
  readonly path: string;
  /** What the list of files says of its content; when that is what was loaded, the file is not asked for. */
  readonly listed?: string;
  readonly request: FileRequest;
}

type Noted = Fingerprint & { readonly listed: string };

interface Fetching {
  readonly job: PullJob;
  readonly landing: string;
  readonly known: ReadonlyMap<string, DeliveredFile>;
  readonly runs: RunSummary[];
  readonly problems: string[];
}

/** One run reads so many files or so many bytes: a run for each small file would take longer than the load. */
const BATCH = { files: 200, bytes: 1024 ** 3 } as const;
const FAILED = 'failed';
const PROBLEMS_NAMED = 3;

// Written by this very file.
const notedOf = (file: DeliveredFile | undefined): Noted | undefined => (file ? (JSON.parse(file.fingerprint) as Noted) : undefined);

/** Ends what a pull that died left: what was published counts, anything else is fetched again. */
async function recover({ job: { stores, source }, landing }: Pick<Fetching, 'job' | 'landing'>): Promise<void> {
  for (const file of await takenFiles(stores.records, source.settings.name)) {
    const run = await runOfFile(stores.records, file);
    if (run?.status !== 'published') await releaseFile(stores.records, file.id);
    else await endFile(stores.records, file.id, { status: 'loaded', runId: run.id, standsAt: null });
  }
  for (const name of existsSync(landing) ? readdirSync(landing) : [])
    if (name !== FAILED) rmSync(join(landing, name), { recursive: true, force: true });
}

async function published({ job, runs }: Fetching, files: readonly DeliveredFile[], summary: RunSummary): Promise<void> {
  const { records } = job.stores;
  runs.push(summary);
  for (const file of files) {
    await endFile(records, file.id, { status: 'loaded', runId: summary.id, standsAt: null });
    await forgetEarlier(records, file);
    rmSync(file.readFrom, { force: true });
  }
}

/** Keeps a file that cannot be loaded for whoever looks into it; it is fetched and tried again by the next pull. */
async function failed({ job, landing, problems }: Fetching, file: DeliveredFile, runId: number | null, reason: string): Promise<void> {
  const standsAt = join(landing, FAILED, basename(file.readFrom));
  mkdirSync(join(landing, FAILED), { recursive: true });
  await endFile(job.stores.records, file.id, { status: 'failed', runId, standsAt });
  renameSync(file.readFrom, standsAt);
  problems.push(`${file.address}: ${reason.replaceAll(file.readFrom, safeName(basename(file.readFrom)))} It is kept as ${standsAt}.`);
}

/** Loads files as one run; when that fails, each as a run of its own, so that a bad one does not hold up the others. */
async function load(fetching: Fetching, files: readonly DeliveredFile[]): Promise<void> {
  const { stores, source, tell } = fetching.job;
  const [first] = files;
  if (first === undefined) return;
  await beginFiles(
    stores.records,
    files.map(({ id }) => id),
  );
  const ended = await loadSource(stores, { source: source.path, files: files.map(({ readFrom }) => readFrom) }, (progress) =>
    tell({ what: first.address, done: 0, total: files.length, load: progress }),
  ).catch((error: unknown) => {
    if (error instanceof SourceProblem) return error;
    throw error;
  });
  if (!(ended instanceof SourceProblem) && ended.status === 'published') return published(fetching, files, ended);
  if (files.length > 1) for (const file of files) await load(fetching, [file]);
  else if (ended instanceof SourceProblem)
    await failed(fetching, first, (await runOfFile(stores.records, first))?.id ?? null, ended.message);
  else {
    fetching.runs.push(ended);
    await failed(fetching, first, ended.id, ended.message ?? '');
  }
}

/** Fetches one file and notes it; undefined when there is nothing in it that is not loaded yet. */
async function fetchOne({ job, landing, known }: Fetching, remote: RemoteFile, places: Set<string>): Promise<DeliveredFile | undefined> {
  const { records } = job.stores;
  const { name: source } = job.source.settings;
  const { address, listed = '' } = remote;
  const before = known.get(address);
  const last = notedOf(before);
  if (listed !== '' && last?.listed === listed) return undefined;
  const readFrom = landingPlace(landing, remote.path, places);
  places.add(readFrom);
  const fetched = await fetchFile(remote.request, readFrom, last);
  if (fetched === 'unchanged') return undefined;
  const noted: Noted = { ...fetched, listed };
  const file = await takeFile(records, { source, address, fingerprint: JSON.stringify(noted), readFrom });
  if (before === undefined || last?.sha256 !== noted.sha256) return file;
  // The same bytes under another tag: what they hold is loaded.
  await endFile(records, file.id, { status: 'loaded', runId: before.runId, standsAt: null });
  await forgetEarlier(records, file);
  rmSync(readFrom);
  return undefined;
}

async function fetchAndLoad(fetching: Fetching, remotes: readonly RemoteFile[]): Promise<void> {
  const places = new Set<string>();
  let batch: DeliveredFile[] = [];
  let bytes = 0;
  for (const [index, remote] of remotes.entries()) {
    fetching.job.tell({ what: remote.address, done: index, total: remotes.length });
    try {
      const file = await fetchOne(fetching, remote, places);
      if (file) batch.push(file);
      bytes += notedOf(file)?.size ?? 0;
    } catch (error) {
      if (!(error instanceof SourceProblem)) throw error;
      fetching.problems.push(error.message);
    }
    if (batch.length < BATCH.files && bytes < BATCH.bytes) continue;
    await load(fetching, batch);
    [batch, bytes] = [[], 0];
  }
  await load(fetching, batch);
}

/**
 * Fetches what is not loaded yet and loads it; what lies there unchanged is not fetched again. One file that cannot be
 * fetched or loaded does not hold up the others: it is named at the end.
 * @throws {SourceProblem} that names what could not be had, when everything else is loaded
 */
export async function loadFetched(
  job: PullJob,
  remotes: readonly RemoteFile[],
  problemsBefore: readonly string[] = [],
): Promise<readonly RunSummary[]> {
  const { stores, source } = job;
  const { name, title, feed } = source.settings;
  await describeSource(stores.records, { name, title: title.vi, everyHours: feed?.every_hours ?? null });
  const landing = join(stores.folder.folder('landing'), name);
  mkdirSync(landing, { recursive: true });
  await recover({ job, landing });
  const fetching = { job, landing, known: await loadedFiles(stores.records, name), runs: [], problems: [...problemsBefore] };
  await fetchAndLoad(fetching, remotes);
  const { problems, runs }: Fetching = fetching;
  if (problems.length === 0) return runs;
  const more = problems.length > PROBLEMS_NAMED ? ` And ${problems.length - PROBLEMS_NAMED} more.` : '';
  throw new SourceProblem(`${problems.slice(0, PROBLEMS_NAMED).join(' ')}${more}`);
}
