import { computed, inject, type Signal } from '@angular/core';
import type { NoteMark } from '@evenhand/charts';
import { readyData } from '../data/loadable';
import { notesOf } from '../data/notes';
import { Words } from '../i18n/words';
import { marksOf, type NotedBucket, notesAt, signNotes, type SignedNote } from './note-signs';

/** What a chart over time shows: of which place, in which stretches of time. */
export interface NotedChart {
  readonly place: string;
  /** The oldest first, without holes. */
  readonly buckets: readonly NotedBucket[];
}

/** The notes of a chart, as its drawing, its tooltip, its table and the list under it need them. */
export interface ChartNotes {
  readonly place: Signal<string | null>;
  readonly signed: Signal<readonly SignedNote[]>;
  readonly marks: Signal<readonly NoteMark[]>;
  /** True when notes could not be asked for: the chart stands without them. */
  readonly isFailing: Signal<boolean>;
  /** What the tooltip says of a bucket, a line each. */
  readonly lines: (index: number) => readonly string[];
  /** What the table says of a bucket. */
  readonly cell: (index: number) => string;
}

const LONGEST_LINE = 70;
const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE).trimEnd()}…` : line;
};

/** The notes of a chart whose buckets may change; `null` waits. Call it while a component is being made. */
export function chartNotes(shown: () => NotedChart | null): ChartNotes {
  const words = inject(Words);
  const buckets = computed(() => shown()?.buckets ?? []);
  const asked = notesOf(() => {
    const [place, first, last] = [shown()?.place, buckets()[0], buckets().at(-1)];
    return place === undefined || first === undefined || last === undefined ? null : { place, from: first.bucket, to: last.end };
  });
  const signed = computed(() => signNotes(readyData(asked.load())?.notes ?? []));
  const at = (index: number): readonly SignedNote[] => notesAt(signed(), buckets()[index]);
  return {
    place: computed(() => shown()?.place ?? null),
    signed,
    marks: computed(() => marksOf(signed(), buckets())),
    isFailing: computed(() => asked.load().state === 'error'),
    lines: (index) => at(index).map(({ sign, note }) => words.say('notes.line', { sign, text: shortened(note.text) })),
    cell: (index) =>
      at(index)
        .map(({ sign, note }) => `${sign}: ${note.text}`)
        .join('; '),
  };
}
