import { plainLetters } from '../format/search';

export const KINDS = ['page', 'point', 'standard', 'metric'] as const;
export type Kind = (typeof KINDS)[number];

/** Something that the search can go to. */
export interface PaletteEntry {
  readonly kind: Kind;
  readonly text: string;
  /** What tells it from others of this name. */
  readonly note: string;
  readonly path: readonly string[];
  readonly params?: Readonly<Record<string, string>>;
}

const MOST = 40;

/** 0 where the name begins with what was typed, 1 where a word of it does, 2 where it is somewhere, 3 beside the name only. */
function closeness(name: string, typed: string): number {
  if (name.startsWith(typed)) return 0;
  if (name.includes(` ${typed}`)) return 1;
  return name.includes(typed) ? 2 : 3;
}

/** The entries in which every typed word occurs, diacritics or not: the closest first. Nothing typed finds the pages. */
export function found(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const wanted = plainLetters(typed).trim().replace(/\s+/g, ' ');
  if (wanted === '') return entries.filter(({ kind }) => kind === 'page');
  const words = wanted.split(' ');
  return entries
    .flatMap((entry) => {
      const [name, note] = [plainLetters(entry.text), plainLetters(entry.note)];
      const isFound = words.every((word) => name.includes(word) || note.includes(word));
      return isFound ? [{ entry, place: closeness(name, wanted) * KINDS.length + KINDS.indexOf(entry.kind) }] : [];
    })
    .sort((a, b) => a.place - b.place)
    .slice(0, MOST)
    .map(({ entry }) => entry);
}
