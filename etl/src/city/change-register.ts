import { isDeepStrictEqual } from 'node:util';
import { because, InvalidQuery, type RegisterName } from '@evenhand/domain';
import {
  changeRegister,
  ENTRY_KEY,
  readRegister,
  undoChange,
  type Author,
  type RegisterChange,
  type RegisterContents,
  type Said,
} from '@evenhand/records';
import type { Stores } from '../stores';
import { workingTimeSettings } from './apply-city';
import { refusePersonalText } from './personal-text';
import { publishLimits, publishWorkingTime } from './publish-working-time';
import { readRegisterFile } from './register-files';

export type RegisterStores = Pick<Stores, 'records' | 'warehouse' | 'city'>;

/** Lets the warehouse count with what stands: deadlines are counted when they are asked for, so all of them follow at once. */
async function publish({ records, warehouse, city }: RegisterStores, register: RegisterName, now: Date): Promise<void> {
  // Scores read what was stated when they are asked for.
  if (register === 'stated_figures') return;
  if (register === 'procedure_limits') await publishLimits(records, warehouse);
  else await publishWorkingTime(records, warehouse, workingTimeSettings(city, now));
}

/**
 * Changes entries of a register and what follows from them; undefined when everything stands like that already.
 * @throws {InvalidQuery} when a note or the reason identifies a person
 */
export async function changeAndPublish<Name extends RegisterName>(
  stores: RegisterStores,
  register: Name,
  said: readonly Said<RegisterContents[Name]>[],
  author: Author & { readonly origin: 'edit' | 'import' },
): Promise<RegisterChange | undefined> {
  const contents = said.flatMap((one) => (one.act === 'set' ? [one.content] : []));
  refusePersonalText(contents, author.reason);
  const change = await changeRegister(stores.records, register, said, author);
  if (change) await publish(stores, register, author.now ?? new Date());
  return change;
}

/** Takes a change back, with what followed from it. */
export async function undoAndPublish(stores: RegisterStores, register: RegisterName, id: number, author: Author): Promise<RegisterChange> {
  refusePersonalText([], author.reason);
  const change = await undoChange(stores.records, register, id, author);
  await publish(stores, register, author.now ?? new Date());
  return change;
}

/** What an import would do to one entry. */
export interface Planned<Content> {
  readonly key: string;
  readonly does: 'add' | 'change' | 'nothing';
  readonly before: Content | null;
  readonly after: Content;
}

/** What a file would change, and why it cannot be taken. */
export interface ImportPlan<Content> {
  readonly entries: readonly Planned<Content>[];
  readonly problems: readonly string[];
}

/** Says what a file would change, without changing anything. */
export async function planImport<Name extends RegisterName>(
  { records }: RegisterStores,
  register: Name,
  text: string,
): Promise<ImportPlan<RegisterContents[Name]>> {
  const { contents, problems } = readRegisterFile(register, text);
  const standing = new Map((await readRegister(records.manager, register)).map(({ key, content }) => [key, content]));
  const keyOf = ENTRY_KEY[register];
  const entries = contents.map((after): Planned<RegisterContents[Name]> => {
    const key = keyOf(after);
    const before = standing.get(key) ?? null;
    return { key, before, after, does: before === null ? 'add' : isDeepStrictEqual(before, after) ? 'nothing' : 'change' };
  });
  return { entries, problems };
}

/**
 * Takes a file into a register, all of it in one change or nothing. Entries that the file does not name stay as they are.
 * @throws {InvalidQuery} with one sentence per bad line
 */
export async function importAndPublish<Name extends RegisterName>(
  stores: RegisterStores,
  register: Name,
  text: string,
  author: Author,
): Promise<RegisterChange | undefined> {
  const { contents, problems } = readRegisterFile(register, text);
  if (problems.length > 0) throw new InvalidQuery('text', problems.join('\n'), because('bad_register_file', { problems: problems.length }));
  return changeAndPublish(
    stores,
    register,
    contents.map((content) => ({ act: 'set', content })),
    { ...author, origin: 'import' },
  );
}
