import { isDeepStrictEqual } from 'node:util';
import { because, InvalidQuery, NotFound, type RegisterName } from '@evenhand/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { RegisterChange } from '../entities/register-change';
import { RegisterEntry } from '../entities/register-entry';
import { ENTRY_KEY, type RegisterContents } from './register-contents';
import {
  layersOf,
  standing,
  type ChangeOrigin,
  type EntryAct,
  type EntryLayers,
  type EntryVersion,
  type StandingEntry,
} from './register-layers';

/** Who changes something, when and why. */
export interface Author {
  readonly madeBy: string;
  readonly reason: string;
  readonly now?: Date;
}

/** What a change says of an entry: its content, that there is none, or that the city's files decide. */
export type Said<Content> =
  { readonly act: 'set'; readonly content: Content } | { readonly act: 'remove' | 'follow_file'; readonly key: string };

/** Changes of all registers come one after the other, so that each is made from what it saw. */
const CHANGE_LOCK = 7_338_250;
const ENTRIES_PER_STATEMENT = 5_000;

/** Every version of every entry, in the order in which they were made; up to and including a change, if one is named. */
const versions = <Name extends RegisterName>(
  at: EntityManager,
  register: Name,
  upTo: number | null = null,
): Promise<EntryVersion<RegisterContents[Name]>[]> =>
  at.query(
    `SELECT change.id AS "changeId", change.origin, entry.key, entry.act, entry.content
     FROM register_entry AS entry JOIN register_change AS change ON change.id = entry.change_id
     WHERE change.register = $1 AND ($2::integer IS NULL OR change.id <= $2::integer)
     ORDER BY change.id, entry.key`,
    [register, upTo],
  );

/** What stands in a register; as it stood after a change, if one is named. By key. */
export const readRegister = async <Name extends RegisterName>(
  at: EntityManager,
  register: Name,
  upTo?: number,
): Promise<StandingEntry<RegisterContents[Name]>[]> => standing(layersOf(await versions(at, register, upTo)));

interface Write {
  readonly register: RegisterName;
  readonly origin: ChangeOrigin;
  readonly undoes?: number;
  readonly entries: readonly { readonly key: string; readonly act: EntryAct; readonly content: object | null }[];
}

async function write(at: EntityManager, { register, origin, undoes, entries }: Write, author: Author): Promise<RegisterChange> {
  const { madeBy, reason, now = new Date() } = author;
  const changes = at.getRepository(RegisterChange);
  const change = await changes.save(changes.create({ register, origin, madeAt: now, madeBy, reason, undoes: undoes ?? null }));
  const rows = entries.map(({ key, act, content }) => ({ changeId: change.id, key, act, content }));
  for (let start = 0; start < rows.length; start += ENTRIES_PER_STATEMENT) {
    const chunk = rows.slice(start, start + ENTRIES_PER_STATEMENT);
    await at.createQueryBuilder().insert().into(RegisterEntry).values(chunk).updateEntity(false).execute();
  }
  return change;
}

const lock = (at: EntityManager): Promise<unknown> => at.query('SELECT pg_advisory_xact_lock($1)', [CHANGE_LOCK]);

const isSaid = <Content>(version: EntryVersion<Content> | undefined, act: EntryAct, content: Content | null): boolean =>
  version?.act === act && isDeepStrictEqual(version.content, content);

/**
 * Writes what the city's files say of a register, where that differs from what they said last. What people decided stands
 * all the same. Belongs into a transaction.
 */
export async function seedRegister<Name extends RegisterName>(
  at: EntityManager,
  register: Name,
  contents: readonly RegisterContents[Name][],
  now?: Date,
): Promise<void> {
  await lock(at);
  const layers = layersOf(await versions(at, register));
  const keyOf = ENTRY_KEY[register];
  const wanted = new Map(contents.map((content) => [keyOf(content), content]));
  const set = [...wanted].filter(([key, content]) => !isSaid(layers.get(key)?.file, 'set', content));
  const gone = [...layers].filter(([key, { file }]) => file?.act === 'set' && !wanted.has(key));
  const entries = [
    ...set.map(([key, content]) => ({ key, act: 'set' as const, content })),
    ...gone.map(([key]) => ({ key, act: 'remove' as const, content: null })),
  ];
  if (entries.length === 0) return;
  await write(
    at,
    { register, origin: 'city_file', entries },
    { madeBy: 'city file', reason: 'What the files of the city say.', ...(now && { now }) },
  );
}

/**
 * Changes entries of a register in one change; undefined when all of them stand like that already.
 * What a person decides stands before the city's files from then on.
 */
export const changeRegister = <Name extends RegisterName>(
  records: DataSource,
  register: Name,
  said: readonly Said<RegisterContents[Name]>[],
  author: Author & { readonly origin: 'edit' | 'import' },
): Promise<RegisterChange | undefined> =>
  records.transaction(async (at) => {
    await lock(at);
    const layers = layersOf(await versions(at, register));
    const keyOf = ENTRY_KEY[register];
    const entries = said
      .map((one) => (one.act === 'set' ? { key: keyOf(one.content), act: one.act, content: one.content } : { ...one, content: null }))
      .filter(({ key, act, content }) => !stands(layers.get(key), act, content));
    return entries.length === 0 ? undefined : write(at, { register, origin: author.origin, entries }, author);
  });

/** True when an entry is like that already, whoever said it. */
function stands<Content>(layers: EntryLayers<Content> | undefined, act: EntryAct, content: Content | null): boolean {
  const { file, hand } = layers ?? {};
  if (act === 'follow_file') return hand === undefined || hand.act === 'follow_file';
  const last = hand === undefined || hand.act === 'follow_file' ? file : hand;
  return act === 'set' ? isSaid(last, 'set', content) : last === undefined || last.act === 'remove';
}

/**
 * Takes a change back: each of its entries is again as people had left it before, or as the city's files say. That is a
 * change of its own, so it can be taken back too.
 * @throws {NotFound} when there is no such change of the register
 * @throws {InvalidQuery} when it came from the city's files or when one of its entries was changed again since
 */
export const undoChange = (records: DataSource, register: RegisterName, id: number, author: Author): Promise<RegisterChange> =>
  records.transaction(async (at) => {
    await lock(at);
    const change = await at.getRepository(RegisterChange).findOneBy({ id, register });
    if (!change) throw new NotFound(`There is no change ${id} of the register "${register}".`, because('no_change', { change: id }));
    if (change.origin === 'city_file')
      throw new InvalidQuery(
        'change',
        `Change ${id} came from the files of the city; change the entry itself instead.`,
        because('change_of_file', { change: id }),
      );
    const all = await versions(at, register);
    const hands = all.filter(({ origin }) => origin !== 'city_file');
    const touched = hands.filter(({ changeId }) => changeId === id).map(({ key }) => key);
    const entries = touched.map((key) => {
      const ofKey = hands.filter((version) => version.key === key);
      const later = ofKey.find(({ changeId }) => changeId > id);
      if (later)
        throw new InvalidQuery(
          'change',
          `"${key}" was changed again by change ${later.changeId}; undo that one first.`,
          because('changed_again', { key, change: later.changeId }),
        );
      const before = ofKey.filter(({ changeId }) => changeId < id).at(-1);
      return { key, act: before?.act ?? ('follow_file' as const), content: before?.content ?? null };
    });
    return write(at, { register, origin: 'undo', undoes: id, entries }, author);
  });

/** A change with what it said of its entries. */
export interface ChangeOfRegister<Content> extends RegisterChange {
  readonly entries: readonly { readonly key: string; readonly act: EntryAct; readonly content: Content | null }[];
}

/** The changes of a register, the latest first; only those that touched one entry when its key is given. */
export async function registerHistory<Name extends RegisterName>(
  records: DataSource,
  register: Name,
  { key, limit = 100 }: { readonly key?: string; readonly limit?: number } = {},
): Promise<ChangeOfRegister<RegisterContents[Name]>[]> {
  const all = (await versions(records.manager, register)).filter((version) => key === undefined || version.key === key);
  const changes = await records.getRepository(RegisterChange).find({ where: { register }, order: { id: 'DESC' } });
  const touched = new Set(all.map(({ changeId }) => changeId));
  return changes
    .filter(({ id }) => touched.has(id))
    .slice(0, limit)
    .map((change) => ({
      ...change,
      entries: all.filter(({ changeId }) => changeId === change.id).map(({ key: entry, act, content }) => ({ key: entry, act, content })),
    }));
}
