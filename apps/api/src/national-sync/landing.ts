import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { DataFolder } from '@evenhand/data-folder';
import { DATA_FOLDER, type Now, NOW } from '../connections';
import { LandedNames, readLandedName } from './landed-name';
import { completeFiles, makePrivateFolder, writeDurably } from './landing-files';
import { readSyncCall, type SyncCall } from './sync-call';
import { queueFull, SyncRefusal } from './sync-refusal';
import { SYNC_SETTINGS, type SyncSettings } from './sync-settings';

/** A call that is kept and not loaded yet. */
export interface LandedCall {
  readonly name: string;
  readonly sender: string;
  readonly bytes: number;
  readonly dossiers: readonly string[];
}

const FOLDER = join('landing', 'national-dossiers');
const MS_PER_DAY = 86_400_000;

/** What a file of an earlier process tells; one that cannot be read tells nothing and is refused by the load. */
async function dossiersIn(path: string): Promise<readonly string[]> {
  try {
    return readSyncCall(await readFile(path, 'utf8')).dossiers;
  } catch (error) {
    if (error instanceof SyncRefusal) return [];
    throw error;
  }
}

/** Keeps what senders send: on the disk before they are answered, in order, until it is loaded and its time is over. */
@Injectable()
export class Landing implements OnModuleInit {
  private readonly arriving = new Map<string, LandedCall>();
  private readonly waiting = new Map<string, LandedCall>();
  private names = new LandedNames(0);
  private readonly folder: string;

  constructor(
    @Inject(DATA_FOLDER) data: DataFolder,
    @Inject(NOW) private readonly now: Now,
    @Inject(SYNC_SETTINGS) private readonly settings: SyncSettings,
  ) {
    this.folder = join(data.path, FOLDER);
  }

  /** Finds what an earlier process took and did not load. */
  async onModuleInit(): Promise<void> {
    for (const path of [this.folder, this.ended('done'), this.ended('failed')]) await makePrivateFolder(path);
    const left = await completeFiles(this.folder);
    for (const name of left) {
      const path = this.pathOf({ name });
      const { size } = await stat(path);
      const sender = readLandedName(name)?.sender ?? '';
      this.waiting.set(name, { name, sender, bytes: size, dossiers: await dossiersIn(path) });
    }
    const names = [...left, ...(await completeFiles(this.ended('done')))];
    const latest = Math.max(0, ...names.map((name) => (readLandedName(name)?.acceptedAt.getTime() ?? -1) + 1));
    this.names = new LandedNames(latest);
  }

  /** Throws {@link SyncRefusal} when that many bytes more cannot wait. */
  refuseWhenFull(bytes: number): void {
    const calls = [...this.arriving.values(), ...this.waiting.values()];
    const held = calls.reduce((sum, call) => sum + call.bytes, 0);
    if (calls.length >= this.settings.mostCalls || held + bytes > this.settings.mostBytes) throw queueFull();
  }

  /** Resolves when the call is on the disk. */
  async keep(sender: string, { service, dossiers, text }: SyncCall): Promise<void> {
    const bytes = Buffer.byteLength(text);
    this.refuseWhenFull(bytes);
    const name = this.names.next(this.now(), { sender, service });
    const call = { name, sender, bytes, dossiers };
    this.arriving.set(name, call);
    try {
      await writeDurably(this.folder, name, text);
      this.waiting.set(name, call);
    } finally {
      this.arriving.delete(name);
    }
  }

  /** The calls that waited longest, in the order in which they were taken. */
  next(most: number): readonly LandedCall[] {
    return [...this.waiting.values()].sort((a, b) => (a.name < b.name ? -1 : 1)).slice(0, most);
  }

  /** Dossiers of a sender that are kept and not loaded yet. */
  waitingDossiers(sender: string): ReadonlySet<string> {
    return new Set([...this.waiting.values()].filter((call) => call.sender === sender).flatMap(({ dossiers }) => dossiers));
  }

  pathOf({ name }: Pick<LandedCall, 'name'>): string {
    return join(this.folder, name);
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
    const oldest = this.now().getTime() - this.settings.keepDays * MS_PER_DAY;
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
    return join(this.folder, end);
  }
}
