import type { NoteMark } from '@evenhand/charts';
import type { NoteInfo } from '@evenhand/contracts';
import { addDays, type Day } from '@evenhand/domain';

/** A note, and the sign it has in a chart. */
export interface SignedNote {
  readonly sign: string;
  readonly note: NoteInfo;
}

/** A bucket of a chart: includes its first day, excludes `end`. */
export interface NotedBucket {
  readonly bucket: Day;
  readonly end: Day;
}

const LETTERS = 26;

/** `a` … `z`, `aa`, `ab` …: letters, as documented changes have numbers. */
export function signOf(place: number): string {
  const letter = String.fromCharCode(97 + (place % LETTERS));
  return place < LETTERS ? letter : signOf(Math.floor(place / LETTERS) - 1) + letter;
}

const before = (one: NoteInfo, other: NoteInfo): number =>
  one.from === other.from ? (one.writtenAt < other.writtenAt ? -1 : 1) : one.from < other.from ? -1 : 1;

/** The notes of a chart in the order of their days, each with its sign. */
export const signNotes = (notes: readonly NoteInfo[]): readonly SignedNote[] =>
  notes.toSorted(before).map((note, place) => ({ sign: signOf(place), note }));

/** Weeks by their Mondays, as buckets. */
export const weekBuckets = (weeks: readonly Day[]): readonly NotedBucket[] => weeks.map((bucket) => ({ bucket, end: addDays(bucket, 7) }));

const touches = ({ note }: SignedNote, { bucket, end }: NotedBucket): boolean => note.from < end && note.to > bucket;

/** The notes of one bucket. */
export const notesAt = (signed: readonly SignedNote[], bucket: NotedBucket | undefined): readonly SignedNote[] =>
  bucket === undefined ? [] : signed.filter((one) => touches(one, bucket));

/** `a`, `a, b`, `a–d`. */
function signsText(signs: readonly string[]): string {
  const [first, last] = [signs[0], signs.at(-1)];
  return signs.length > 2 ? `${first ?? ''}–${last ?? ''}` : signs.join(', ');
}

/** Where notes stand in a chart. What began before the chart stands at its beginning. */
export const marksOf = (signed: readonly SignedNote[], buckets: readonly NotedBucket[]): readonly NoteMark[] =>
  buckets.flatMap((bucket, place) => {
    const here = notesAt(signed, bucket);
    const begun = here.filter(({ note }) => note.from >= bucket.bucket || place === 0);
    if (here.length === 0) return [];
    return [{ bucket: bucket.bucket, sign: signsText(begun.map(({ sign }) => sign)), isOngoing: place > 0 && begun.length < here.length }];
  });
