import { createHash } from 'node:crypto';
import { existsSync, globSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listRuns, type Run } from '@evenhand/records';
import type { CityDescription } from '../city/city-description';
import { loadSource, type LoadProgress } from '../load/load-source';
import type { Stores } from '../stores';
import { generateCity, WHOLE_YEAR, type Simulation } from './generate';
import { REGISTER_NAMES } from './registers/register-files';

/** Raised whenever the same seed would write other bytes: what stands in a data folder is then made again. */
const VERSION = 2;
const RUNS_TO_LOOK_AT = 1_000;

/** How far the preparation has come; `share` runs from 0 to 1 over all of it. */
export interface PrepareProgress {
  readonly step: 'generate' | 'load';
  /** Which source is being loaded. */
  readonly source?: string;
  readonly share: number;
}

interface Delivery {
  readonly source: string;
  /** Pattern below the folder of the simulated files. */
  readonly files: string;
  /** Part of the whole work, for the progress bar. */
  readonly weight: number;
}

const GENERATE_WEIGHT = 0.35;
const REGISTERS_WEIGHT = 0.2;

/** In this order: the corrections come after what they correct. */
const DELIVERIES: readonly Delivery[] = [
  { source: 'queue-log', files: 'queue-log/*.csv', weight: 0.14 },
  { source: 'national-dossiers', files: 'national-dossiers/*.json', weight: 0.23 },
  { source: 'national-dossiers', files: 'corrections/*.json', weight: 0.02 },
  { source: 'ratings', files: 'ratings/*.csv', weight: 0.03 },
  { source: 'shifts', files: 'shifts/*.csv', weight: 0.03 },
  ...REGISTER_NAMES.map((source) => ({ source, files: `${source}/*.csv`, weight: REGISTERS_WEIGHT / REGISTER_NAMES.length })),
];

/** Names what is generated: another seed, range, version or description is another city. */
function fingerprintOf(city: CityDescription, simulation: Simulation): string {
  const description = createHash('sha256')
    .update(JSON.stringify({ ...city, path: '' }))
    .digest('hex');
  return JSON.stringify({ version: VERSION, ...simulation, description });
}

const DESCRIPTION = 'simulation.json';

const isGenerated = (folder: string, fingerprint: string): boolean => {
  const file = join(folder, DESCRIPTION);
  return existsSync(file) && readFileSync(file, 'utf8') === fingerprint;
};

/** Writes the files beside their place and moves them there when complete, so that a kill leaves none or all. */
async function generated(
  city: CityDescription,
  parent: string,
  options: { readonly simulation: Simulation; readonly onProgress: (progress: PrepareProgress) => void },
): Promise<string> {
  const { simulation, onProgress } = options;
  const place = join(parent, 'files');
  const fingerprint = fingerprintOf(city, simulation);
  if (isGenerated(place, fingerprint)) return place;
  for (const left of readdirSync(parent)) rmSync(join(parent, left), { recursive: true });
  const unfinished = join(parent, 'unfinished');
  await generateCity(city, unfinished, {
    simulation,
    onProgress: (share) => onProgress({ step: 'generate', share: share * GENERATE_WEIGHT }),
  });
  writeFileSync(join(unfinished, DESCRIPTION), fingerprint);
  renameSync(unfinished, place);
  return place;
}

/**
 * A published run needs its files no more: facts, versions and quarantine hold what they said. The description stays, so that
 * the next start knows that everything was written.
 */
function forgetFiles(folder: string, isPublished: (path: string) => boolean): void {
  for (const name of readdirSync(folder)) if (name !== DESCRIPTION && isPublished(name)) rmSync(join(folder, name), { recursive: true });
}

/** TRICKY: only the end of the path counts, so that a data folder that moved is not loaded a second time. */
const isLoaded = (runs: readonly Run[], { source, files }: Delivery): boolean => {
  const place = join('simulated', 'files', dirname(files));
  return runs.some((run) => run.status === 'published' && run.source === source && run.files.some((file) => dirname(file).endsWith(place)));
};

export interface PrepareOptions {
  /** Smaller for tests. */
  readonly simulation?: Simulation;
  readonly onProgress?: (progress: PrepareProgress) => void;
}

const shareOf = ({ step, bytes, totalBytes }: LoadProgress): number =>
  step === 'done' ? 1 : 0.8 * (totalBytes === 0 ? 0 : bytes / totalBytes);

/** A file that is read for a second entity starts over; the bar does not. */
function neverBack(onProgress: PrepareOptions['onProgress']): (progress: PrepareProgress) => void {
  let furthest = 0;
  return (progress) => {
    furthest = Math.max(furthest, progress.share);
    onProgress?.({ ...progress, share: furthest });
  };
}

/**
 * Generates and loads the simulated city, as far as that has not happened yet; does nothing for any other city. After a
 * kill at any moment the next call goes on where this one stopped.
 */
export async function prepareSimulatedCity(stores: Stores, { simulation = WHOLE_YEAR, onProgress }: PrepareOptions = {}): Promise<void> {
  if (!stores.city.settings.isSimulated) return;
  const runs = await listRuns(stores.records, RUNS_TO_LOOK_AT);
  const parent = stores.folder.folder('simulated');
  const missing = DELIVERIES.filter((delivery) => !isLoaded(runs, delivery));
  if (missing.length === 0) return;
  const tell = neverBack(onProgress);
  const folder = await generated(stores.city, parent, { simulation, onProgress: tell });
  forgetFiles(folder, (name) => !missing.some(({ files }) => dirname(files) === name));
  const toLoad = missing.filter(({ files }) => globSync(join(folder, files)).length > 0);
  let before = 1 - toLoad.reduce((sum, { weight }) => sum + weight, 0);
  for (const { source, files, weight } of toLoad) {
    const start = before;
    const { status } = await loadSource(stores, { source: join('etl/sources', source), files: [join(folder, files)] }, (progress) =>
      tell({ step: 'load', source, share: start + weight * shareOf(progress) }),
    );
    if (status === 'published') forgetFiles(folder, (name) => name === dirname(files));
    before += weight;
    tell({ step: 'load', source, share: before });
  }
}
