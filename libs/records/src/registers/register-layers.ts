/** Who brought a change: the city's files at a start, a person, a file of many entries, or a change taken back. */
export const CHANGE_ORIGINS = ['city_file', 'edit', 'import', 'undo'] as const;
export type ChangeOrigin = (typeof CHANGE_ORIGINS)[number];

/** `follow_file` gives an entry back to the city's files. */
export type EntryAct = 'set' | 'remove' | 'follow_file';

/** One entry of one change, as it is stored. */
export interface EntryVersion<Content> {
  readonly changeId: number;
  readonly origin: ChangeOrigin;
  readonly key: string;
  readonly act: EntryAct;
  readonly content: Content | null;
}

/** The last word of the city's files on an entry, and the last word of people. */
export interface EntryLayers<Content> {
  readonly file?: EntryVersion<Content>;
  readonly hand?: EntryVersion<Content>;
}

/** An entry that stands. */
export interface StandingEntry<Content> {
  readonly key: string;
  readonly content: Content;
  /** The change that brought it. */
  readonly changeId: number;
  readonly origin: ChangeOrigin;
  /** What the city's files say instead, where a person decided otherwise; null when they say nothing. */
  readonly fileSays?: Content | null;
}

/** Sorts versions into layers; they come in the order in which they were made. */
export function layersOf<Content>(versions: readonly EntryVersion<Content>[]): Map<string, EntryLayers<Content>> {
  const layers = new Map<string, EntryLayers<Content>>();
  for (const version of versions)
    layers.set(version.key, { ...layers.get(version.key), [version.origin === 'city_file' ? 'file' : 'hand']: version });
  return layers;
}

const said = <Content>(version: EntryVersion<Content> | undefined): Content | null => (version?.act === 'set' ? version.content : null);

/** What stands of an entry: the word of people before that of the files, unless it gives the entry back to them. */
export function standingOf<Content>(key: string, { file, hand }: EntryLayers<Content>): StandingEntry<Content> | undefined {
  const isDecided = hand !== undefined && hand.act !== 'follow_file';
  const version = isDecided ? hand : file;
  const content = said(version);
  if (version === undefined || content === null) return undefined;
  const { changeId, origin } = version;
  return isDecided ? { key, content, changeId, origin, fileSays: said(file) } : { key, content, changeId, origin };
}

/** Everything that stands, by key. */
export const standing = <Content>(layers: ReadonlyMap<string, EntryLayers<Content>>): StandingEntry<Content>[] =>
  [...layers].flatMap(([key, ofKey]) => standingOf(key, ofKey) ?? []).toSorted((one, other) => (one.key < other.key ? -1 : 1));
