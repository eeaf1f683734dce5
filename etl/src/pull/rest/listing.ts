import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { completeFiles, makePrivateFolder, writeDurably } from '../../landing/landing-files';

const STATE = 'listing.json';

const stateSchema = z.strictObject({
  /** The next page to ask for; null when the list has been read to its end. */
  next: z.string().nullable(),
  /** Pages that have landed. */
  pages: z.number().int(),
  records: z.number().int(),
  /** What the clock of the server showed when the list was begun, in milliseconds; null before the first answer. */
  clock: z.number().nullable(),
  /** The latest watermark among the records, in milliseconds. */
  latest: z.number().nullable(),
  /** The latest run that loaded some of the pages. */
  runId: z.number().int().nullable(),
});

/** How far the reading of one list has come. It outlives the process: a page that has landed is not asked for again. */
export type ListingState = z.infer<typeof stateSchema>;

/** The pages of one list on their way in: files of JSON lines, and the place where the next one begins. */
export class Listing {
  private constructor(
    private readonly folder: string,
    /** Undefined when no list has been begun. */
    public state: ListingState | undefined,
  ) {}

  /** Finds what an earlier process left. */
  static async open(folder: string): Promise<Listing> {
    await makePrivateFolder(folder);
    await completeFiles(folder);
    const path = join(folder, STATE);
    const state = existsSync(path) ? stateSchema.safeParse(JSON.parse(await readFile(path, 'utf8'))).data : undefined;
    return new Listing(folder, state);
  }

  async move(state: ListingState): Promise<void> {
    await writeDurably(this.folder, STATE, JSON.stringify(state));
    this.state = state;
  }

  /** Keeps the records of a page, then where the next one begins. Killed between the two, the page is written again. */
  async keep(lines: readonly string[], state: ListingState): Promise<void> {
    const name = `page-${String(state.pages).padStart(9, '0')}.jsonl`;
    if (lines.length > 0) await writeDurably(this.folder, name, lines.map((line) => `${line}\n`).join(''));
    await this.move(state);
  }

  /** The pages that wait to be loaded. */
  async waiting(): Promise<readonly string[]> {
    return (await completeFiles(this.folder)).filter((name) => name !== STATE).map((name) => join(this.folder, name));
  }

  async loaded(paths: readonly string[]): Promise<void> {
    for (const path of paths) await rm(path, { force: true });
  }

  /** The list has been read, loaded and noted. */
  async end(): Promise<void> {
    await rm(join(this.folder, STATE), { force: true });
    this.state = undefined;
  }
}
