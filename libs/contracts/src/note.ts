import { isDay, LONGEST_NOTE, placeIn } from '@evenhand/domain';
import { z } from 'zod';

const day = z.string().refine(isDay, 'must be a day written YYYY-MM-DD').meta({ format: 'date' });
const place = z
  .string()
  .max(100)
  .refine((text) => placeIn(text) !== null, 'must be "city", "branch:<code>", "unit:<code>" or "point:<code>"');
/** Control characters, and those that turn the direction of what is read. */
const UNREADABLE = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u;
const text = z
  .string()
  .trim()
  .normalize('NFC')
  .min(1, 'must not be empty')
  .max(LONGEST_NOTE, `must have at most ${LONGEST_NOTE} characters`)
  .refine((said) => !UNREADABLE.test(said), 'must be text without control characters');
const days = {
  from: day.describe('First day that it is about.'),
  to: day.describe('First day that it is not about any more.'),
};

export const noteIdSchema = z.uuid().describe('Id of the note.');

export const notesQuerySchema = z.strictObject({
  from: day.describe('First day, included.'),
  to: day.describe('Last day, excluded.'),
  place: place
    .optional()
    .describe('What is looked at: "city", "branch:<code>", "unit:<code>" or "point:<code>"; notes of wider places concern it too.'),
});
export type NotesQuery = z.infer<typeof notesQuerySchema>;

export const writeNoteSchema = z
  .strictObject({
    place: place.describe('What it is about: "city", "branch:<code>", "unit:<code>" or "point:<code>".'),
    ...days,
    text: text.describe('What happened, without data of persons.'),
  })
  .meta({ id: 'WriteNote', description: 'A note to write.' });
export type WriteNote = z.infer<typeof writeNoteSchema>;

export const changeNoteSchema = z
  .strictObject({
    from: days.from.optional(),
    to: days.to.optional(),
    text: text.optional().describe('What happened, without data of persons.'),
  })
  .meta({ id: 'ChangeNote', description: 'The parts of a note to change; what is left out stays.' });
export type ChangeNote = z.infer<typeof changeNoteSchema>;

export const noteSchema = z
  .object({
    id: z.string().describe('Id.'),
    place: z.string().describe('What it is about: "city", "branch:<code>", "unit:<code>" or "point:<code>".'),
    from: z.string().describe('First day that it is about.'),
    to: z.string().describe('First day that it is not about any more.'),
    text: z.string().describe('What happened.'),
    by: z.string().describe('What its author was called.'),
    isOwn: z.boolean().describe('Whether who asks wrote it and may change it.'),
    version: z.number().describe('How often it was written.'),
    writtenAt: z.string().describe('When it was written first, ISO 8601 in UTC.'),
    changedAt: z.string().describe('When it was written last, ISO 8601 in UTC.'),
  })
  .meta({ id: 'Note', description: 'What somebody noted of some days.' });
export type NoteInfo = z.infer<typeof noteSchema>;

export const notesSchema = z
  .object({
    notes: z.array(noteSchema).describe('The latest days first.'),
    total: z.number().describe('How many there are; more than are listed when there are very many.'),
    mayNote: z.array(z.string()).describe('The places among those looked at of which who asks may write notes.'),
  })
  .meta({ id: 'Notes', description: 'What was noted of the days of a range.' });
export type Notes = z.infer<typeof notesSchema>;
