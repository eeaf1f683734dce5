import { EntitySchema } from 'typeorm';

/** What a note says, of which days: includes `from`, excludes `to`. */
export interface NoteContent {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** A dated note about a part of the city. */
export interface Note extends NoteContent {
  readonly id: string;
  /** `city`, `branch:B1`, `unit:00004` or `point:P1`. */
  readonly place: string;
  /** Who wrote it and may change it: an opaque id of a reader. */
  readonly author: string;
  /** What the author was called then. */
  readonly authorName: string;
  /** How often it was written. */
  readonly version: number;
  readonly writtenAt: Date;
  readonly changedAt: Date;
  /** Null unless its author took it back; it can be brought back. */
  readonly deletedAt: Date | null;
}

export const Note = new EntitySchema<Note>({
  name: 'note',
  columns: {
    id: { type: 'uuid', primary: true },
    place: { type: 'text' },
    from: { name: 'noted_from', type: 'date' },
    to: { name: 'noted_to', type: 'date' },
    text: { type: 'text' },
    author: { type: 'text' },
    authorName: { name: 'author_name', type: 'text' },
    version: { type: 'integer' },
    writtenAt: { name: 'written_at', type: 'timestamptz' },
    changedAt: { name: 'changed_at', type: 'timestamptz' },
    deletedAt: { name: 'deleted_at', type: 'timestamptz', nullable: true },
  },
});
