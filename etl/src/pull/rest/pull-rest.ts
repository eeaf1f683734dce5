import { join } from 'node:path';
import { moveWatermark, readWatermark } from '@evenhand/records';
import { loadSource, type RunSummary } from '../../load/load-source';
import { SourceProblem } from '../../source/source-problem';
import type { Pull, PullJob } from '../pull';
import type { RestSettings } from '../rest-settings';
import { minutesAhead } from '../zone-offset';
import { type Page, PageFetcher, PageRefused } from './fetch-page';
import { type Json, recordsIn, textOf, valueAt } from './json';
import { Listing, type ListingState } from './listing';
import { firstAddress, nextAddress } from './page-address';

const MS_PER_MINUTE = 60_000;
/** An instant told in seconds is below this until the year 5138; in milliseconds above it since 1973. */
const SECONDS_END_BELOW = 1e11;
/** The one part of such a source. */
const PART = 'records';

interface RestPull {
  readonly job: PullJob<RestSettings>;
  readonly fetcher: PageFetcher;
  readonly listing: Listing;
  readonly runs: RunSummary[];
}

/** When a record says it last changed, in milliseconds; undefined when it does not say. */
function changedAt(record: Json, watermark: string, zone: string): number | undefined {
  const text = textOf(valueAt(record, watermark));
  if (text === undefined) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) < SECONDS_END_BELOW ? Number(text) * 1000 : Number(text);
  const hasOffset = /(Z|[+-]\d\d:?\d\d)$/i.test(text);
  const at = Date.parse(hasOffset ? text : `${text.replace(' ', 'T')}Z`);
  if (Number.isNaN(at)) return undefined;
  return hasOffset ? at : at - minutesAhead(zone, new Date(at)) * MS_PER_MINUTE;
}

const latestOf = (known: number | null, found: readonly (number | undefined)[]): number | null =>
  found.reduce<number | null>((latest, at) => (at !== undefined && at > (latest ?? -Infinity) ? at : latest), known);

/** What the server's clock showed; ours when it does not say. */
function clockOf({ headers }: Page): number {
  const told = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(told) ? Date.now() : told;
}

async function begin({ job, listing }: RestPull): Promise<ListingState> {
  const { stores, source, from } = job;
  const known = await readWatermark(stores.records, { source: source.settings.name, part: PART });
  const since = from.since && known !== undefined ? Number(known) - from.since.overlap_minutes * MS_PER_MINUTE : undefined;
  const state = { next: firstAddress(from, since), pages: 0, records: 0, clock: null, latest: null, runId: null };
  await listing.move(state);
  return state;
}

/** Loads what has landed. Killed before the pages are gone, they are loaded again: all of them are duplicates then. */
async function loadWaiting({ job, listing, runs }: RestPull, state: ListingState): Promise<ListingState> {
  const { stores, source, tell } = job;
  const files = await listing.waiting();
  if (files.length === 0) return state;
  const told = { what: source.settings.name, done: state.records };
  const run = await loadSource(stores, { source: source.path, files }, (load) => tell({ ...told, load }));
  runs.push(run);
  const after = { ...state, runId: run.id };
  await listing.move(after);
  await listing.loaded(files);
  return after;
}

/** Fetches one page and keeps it. */
async function readPage({ job, fetcher, listing }: RestPull, state: ListingState, url: string): Promise<ListingState> {
  const { from, source, tell } = job;
  const page = await fetcher.fetch(url);
  const records = recordsIn(page.document, from.records, from.url);
  const { since } = from;
  const after: ListingState = {
    ...state,
    next: nextAddress(from, url, page, records.length) ?? null,
    pages: state.pages + 1,
    records: state.records + records.length,
    clock: state.clock ?? clockOf(page),
    latest: since
      ? latestOf(
          state.latest,
          records.map((record) => changedAt(record, since.watermark, source.settings.zone)),
        )
      : null,
  };
  await listing.keep(
    records.map((record) => JSON.stringify(record)),
    after,
  );
  tell({ what: source.settings.name, done: after.records });
  return after;
}

async function readList(pull: RestPull, begun: ListingState): Promise<ListingState> {
  let state = begun;
  let loadedUntil = state.records;
  const asked = new Set<string>();
  while (state.next !== null) {
    if (asked.has(state.next))
      throw new SourceProblem(`${pull.job.from.url} comes back to a page it gave before; its list would never end.`);
    asked.add(state.next);
    state = await readPage(pull, state, state.next);
    if (state.records - loadedUntil < pull.job.from.batch_records) continue;
    state = await loadWaiting(pull, state);
    loadedUntil = state.records;
  }
  return loadWaiting(pull, state);
}

/** True when the list was begun at the server that source.yml names today. */
const isOfSameServer = ({ next }: ListingState, url: string): boolean => next === null || new URL(next).origin === new URL(url).origin;

/** A server forgets cursors. What landed is kept, and the list is begun again from the watermark. */
async function resume(pull: RestPull, left: ListingState): Promise<ListingState> {
  try {
    return await readList(pull, left);
  } catch (error) {
    if (!(error instanceof PageRefused) || left.pages === 0) throw error;
    await loadWaiting(pull, left);
    return readList(pull, await begin(pull));
  }
}

async function noteWatermark({ job }: RestPull, { latest, clock, runId }: ListingState): Promise<void> {
  if (latest === null || runId === null) return;
  const { stores, source } = job;
  const at = { source: source.settings.name, part: PART };
  const known = Number((await readWatermark(stores.records, at)) ?? -Infinity);
  // Never beyond the clock of the server when the list was begun: see the watermark of a table.
  const value = Math.max(known, Math.min(latest, clock ?? latest));
  await moveWatermark(stores.records, at, { value: String(value), runId });
}

/**
 * Asks for records page by page; each page lands on the disk before the next is asked for, and a killed pull goes on
 * behind the last page that landed. The watermark moves when the whole list has been read and published.
 */
export const pullRest: Pull<'rest'> = async (job) => {
  const { stores, source, from, env } = job;
  const listing = await Listing.open(join(stores.folder.path, 'landing', source.settings.name));
  const pull: RestPull = { job, fetcher: new PageFetcher(from, env), listing, runs: [] };
  const left = listing.state;
  const end = left && isOfSameServer(left, from.url) ? await resume(pull, left) : await readList(pull, await begin(pull));
  await noteWatermark(pull, end);
  await listing.end();
  return pull.runs;
};
