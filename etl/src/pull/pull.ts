import type { LoadProgress, RunSummary } from '../load/load-source';
import type { SourceFolder } from '../source/source-folder';
import type { Stores } from '../stores';
import type { FromSettings } from './from-settings';

/** How far a pull has come; a pull ends in one load per slice, and each load tells its own progress. */
export interface PullProgress {
  /** What is being fetched, for a person: a table, a file, a page. */
  readonly what: string;
  /** How much of it has been fetched; of how much, when that is known. */
  readonly done: number;
  readonly total?: number;
  /** Of the load that is running. */
  readonly load?: LoadProgress;
}

/** All that fetching a source needs. */
export interface PullJob<From extends FromSettings = FromSettings> {
  readonly stores: Stores;
  readonly source: SourceFolder;
  readonly from: From;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly tell: (progress: PullProgress) => void;
}

/** Fetches what a source has to tell since the last time and loads it; gives the runs it came to, none when nothing was told. */
export type Pull<Kind extends FromSettings['kind']> = (
  job: PullJob<Extract<FromSettings, { readonly kind: Kind }>>,
) => Promise<readonly RunSummary[]>;
