import { randomUUID } from 'node:crypto';
import { because, InvalidQuery, NotFound, type TimeRange } from '@evenhand/domain';
import { type DataSource, type EntityManager, In, IsNull, LessThan, MoreThan } from 'typeorm';
import { Note, type NoteContent } from '../entities/note';

/** So that no reader fills the records. */
export const MOST_NOTES = 1000;

/** Changes of notes come one after the other. */
const NOTE_LOCK = 7_338_262;

/** A note of somebody. */
export interface OwnNote {
  readonly author: string;
  readonly id: string;
}

/** What is to be noted, where, and by whom. */
export interface NewNote extends NoteContent {
  readonly place: string;
  readonly author: string;
  readonly authorName: string;
}

/** Which notes are wanted. */
export interface NotesWanted extends TimeRange {
  readonly places: 'all' | readonly string[];
  readonly most: number;
}

/** Says whether what is about to happen to a note may happen, by throwing when it may not. */
type Check = (note: Note) => void;

const inTurn = <T>(records: DataSource, work: (at: EntityManager) => Promise<T>): Promise<T> =>
  records.transaction(async (at) => {
    await at.query('SELECT pg_advisory_xact_lock($1)', [NOTE_LOCK]);
    return work(at);
  });

/** A note of its author. What belongs to somebody else is not there: who asks learns nothing of it. */
async function own(at: EntityManager, { author, id }: OwnNote): Promise<Note> {
  const note = await at.getRepository(Note).findOneBy({ id, author });
  if (note === null) throw new NotFound('You have no such note.', because('no_note'));
  return note;
}

async function ownKept(at: EntityManager, which: OwnNote): Promise<Note> {
  const note = await own(at, which);
  if (note.deletedAt !== null) throw new NotFound('This note was taken back; bring it back first.', because('note_taken_back'));
  return note;
}

async function checkRoom(at: EntityManager, author: string): Promise<void> {
  if ((await at.getRepository(Note).countBy({ author, deletedAt: IsNull() })) >= MOST_NOTES)
    throw new InvalidQuery(
      'text',
      `You keep ${MOST_NOTES} notes already; take one back first.`,
      because('too_many_notes', { most: MOST_NOTES }),
    );
}

/** The notes that touch a range, the latest days first, and how many there are of them. */
export async function notesIn(records: DataSource, { from, to, places, most }: NotesWanted): Promise<{ notes: Note[]; total: number }> {
  if (places !== 'all' && places.length === 0) return { notes: [], total: 0 };
  const [notes, total] = await records.getRepository(Note).findAndCount({
    where: {
      from: LessThan(to),
      to: MoreThan(from),
      deletedAt: IsNull(),
      ...(places === 'all' ? {} : { place: In([...places]) }),
    },
    order: { from: 'DESC', writtenAt: 'DESC', id: 'ASC' },
    take: most,
  });
  return { notes, total };
}

/** Writes a note. Throws {@link InvalidQuery} when its author keeps too many. */
export const writeNote = (records: DataSource, wanted: NewNote, now: Date): Promise<Note> =>
  inTurn(records, async (at) => {
    await checkRoom(at, wanted.author);
    const note: Note = { id: randomUUID(), ...wanted, version: 1, writtenAt: now, changedAt: now, deletedAt: null };
    await at.getRepository(Note).insert(note);
    return note;
  });

/**
 * Changes parts of a note; gives it as it stood and as it stands.
 * @param content works out what it says from then on, or throws what is wrong with it
 */
export const changeNote = (
  records: DataSource,
  which: OwnNote,
  content: (note: Note) => NoteContent,
  now: Date,
): Promise<{ readonly before: Note; readonly after: Note }> =>
  inTurn(records, async (at) => {
    const before = await ownKept(at, which);
    const changed = content(before);
    if (before.from === changed.from && before.to === changed.to && before.text === changed.text) return { before, after: before };
    const { from, to, text } = changed;
    const part = { from, to, text, version: before.version + 1, changedAt: now };
    await at.getRepository(Note).update({ id: before.id }, part);
    return { before, after: { ...before, ...part } };
  });

/** Takes a note back: nobody finds it any more. Throws {@link NotFound}. */
export const takeNoteBack = (records: DataSource, which: OwnNote, now: Date): Promise<Note> =>
  inTurn(records, async (at) => {
    const note = await ownKept(at, which);
    await at.getRepository(Note).update({ id: note.id }, { deletedAt: now });
    return { ...note, deletedAt: now };
  });

/** Brings back a note that was taken back. Throws {@link NotFound}, and what `check` throws. */
export const bringNoteBack = (records: DataSource, which: OwnNote, check: Check): Promise<Note> =>
  inTurn(records, async (at) => {
    const note = await own(at, which);
    if (note.deletedAt === null) return note;
    check(note);
    await checkRoom(at, note.author);
    await at.getRepository(Note).update({ id: note.id }, { deletedAt: null });
    return { ...note, deletedAt: null };
  });
