import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { completeFiles, makePrivateFolder, writeDurably } from '@evenhand/etl';
import type { Now } from '../connections';
import { LandedNames, readLandedName } from './landed-name';

/** A call that is kept and not loaded yet. */
export interface LandedCall {
  readonly name: string;
  readonly sender: string;
  readonly bytes: number;
  /** What the call is about, where somebody asks before it is loaded. */
  readonly subjects: readonly string[];
}

/** How much may wait, and how long it is kept. */
export interface LandingLimits {
  /** Calls that may wait to be loaded. */
  readonly mostCalls: number;
  /** Bytes that may wait to be loaded. */
  readonly mostBytes: number;
  /** The part of both that one sender may fill, so that it cannot keep the others out. */
  readonly senderShare: number;
  /** Days for which a call is kept after it was taken in. */
  readonly keepDays: number;
}

/** Where calls are kept and how. */
export interface LandingPlace {
  readonly folder: string;
  readonly extension: 'json' | 'jsonl';
  readonly limits: LandingLimits;
  readonly now: Now;
  /** What a call of an earlier process is about. */
  readonly subjectsOf: (text: string) => readonly string[];
  /** Thrown when a call cannot wait. */
  readonly full: () => Error;
}

/** A call on its way in. */
export interface Arriving {
  readonly service: string;
  readonly text: string;
  readonly subjects: readonly string[];
}

const MS_PER_DAY = 86_400_000;

/** Keeps what senders send: on the disk before they are answered, in order, until it is loaded and its time is over. */
export class LandedCalls {
  private readonly arriving = new Map<string, LandedCall>();
  private readonly waiting = new Map<string, LandedCall>();
  private names: LandedNames;

  constructor(private readonly place: LandingPlace) {
    this.names = new LandedNames(0, place.extension);
  }

  /** Finds what an earlier process took and did not load. */
  async onModuleInit(): Promise<void> {
    const { folder, extension, subjectsOf } = this.place;
    for (const path of [folder, this.ended('done'), this.ended('failed')]) await makePrivateFolder(path);
    const left = await completeFiles(folder);
    for (const name of left) {
      const path = this.pathOf({ name });
      const { size } = await stat(path);
      const sender = readLandedName(name)?.sender ?? '';
      this.waiting.set(name, { name, sender, bytes: size, subjects: subjectsOf(await readFile(path, 'utf8')) });
    }
    const names = [...left, ...(await completeFiles(this.ended('done')))];
    const latest = Math.max(0, ...names.map((name) => (readLandedName(name)?.acceptedAt.getTime() ?? -1) + 1));
    this.names = new LandedNames(latest, extension);
  }

  /** Throws what the place says when that many bytes more of a sender cannot wait. */
  refuseWhenFull(sender: string, bytes: number): void {
    const { mostCalls, mostBytes, senderShare } = this.place.limits;
    const calls = [...this.arriving.values(), ...this.waiting.values()];
    const own = calls.filter((call) => call.sender === sender);
    const isFull = (held: readonly LandedCall[], share: number): boolean =>
      held.length >= mostCalls * share || held.reduce((sum, call) => sum + call.bytes, bytes) > mostBytes * share;
    if (isFull(calls, 1) || isFull(own, senderShare)) throw this.place.full();
  }

  /** Resolves when the call is on the disk. */
  async keep(sender: string, { service, subjects, text }: Arriving): Promise<void> {
    const bytes = Buffer.byteLength(text);
    this.refuseWhenFull(sender, bytes);
    const name = this.names.next(this.place.now(), { sender, service });
    const call = { name, sender, bytes, subjects };
    this.arriving.set(name, call);
    try {
      await writeDurably(this.place.folder, name, text);
      this.waiting.set(name, call);
    } finally {
      this.arriving.delete(name);
    }
  }

  /** The wanted calls that waited longest, in the order in which they were taken. */
  next(most: number, isWanted: (call: LandedCall) => boolean = () => true): readonly LandedCall[] {
    return [...this.waiting.values()]
      .filter(isWanted)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .slice(0, most);
  }

  /** What the waiting calls of a sender are about. */
  waitingSubjects(sender: string): ReadonlySet<string> {
    return new Set([...this.waiting.values()].filter((call) => call.sender === sender).flatMap(({ subjects }) => subjects));
  }

  pathOf({ name }: Pick<LandedCall, 'name'>): string {
    return join(this.place.folder, name);
  }

  /** The facts of the call are what readers see. */
  async finish(call: LandedCall): Promise<void> {
    await rename(this.pathOf(call), join(this.ended('done'), call.name));
    this.waiting.delete(call.name);
  }

  /** Sets a call aside that cannot be loaded, with the sentence that says why. */
  async setAside(call: LandedCall, sentence: string): Promise<void> {
    await writeFile(join(this.ended('failed'), `${call.name}.txt`), `${sentence}\n`, { mode: 0o600 });
    await rename(this.pathOf(call), join(this.ended('failed'), call.name));
    this.waiting.delete(call.name);
  }

  /** Deletes what was taken longer ago than calls are kept. What waits to be loaded stays. */
  async expire(): Promise<number> {
    const oldest = this.place.now().getTime() - this.place.limits.keepDays * MS_PER_DAY;
    let deleted = 0;
    for (const end of ['done', 'failed'] as const) {
      const isOver = (name: string): boolean => (readLandedName(name.replace(/\.txt$/, ''))?.acceptedAt.getTime() ?? oldest) < oldest;
      for (const name of (await completeFiles(this.ended(end))).filter(isOver)) {
        await rm(join(this.ended(end), name), { force: true });
        deleted++;
      }
    }
    return deleted;
  }

  private ended(end: 'done' | 'failed'): string {
    return join(this.place.folder, end);
  }
}
