import { DAY_KINDS, isDay, isStatedItem, isStatedWhole, LIMIT_UNITS, REGISTERS, STANDINGS } from '@evenhand/domain';
import { z } from 'zod';

const day = z.string().refine(isDay, 'must be a day written YYYY-MM-DD').meta({ format: 'date' });
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time written HH:MM');
const text = z.string().trim().min(1, 'must not be empty').max(1000, 'must have at most 1000 characters').normalize('NFC');
const reason = text.describe('Why; kept with the change.');
const point = text.nullable().describe('Code of the service point; null for the whole city.');
const validity = {
  validFrom: day.describe('First day on which it holds.'),
  validTo: day.nullable().describe('Day from which it holds no more; null has no end.'),
};
const stretches = z
  .array(
    z
      .strictObject({ opensAt: clock.describe('When it opens, HH:MM.'), closesAt: clock.describe('When it closes, HH:MM.') })
      .refine(({ opensAt, closesAt }) => opensAt < closesAt, { path: ['closesAt'], message: 'must be later than "opensAt"' }),
  )
  .max(10);

const calendarDaySchema = z
  .strictObject({
    day: day.describe('The day.'),
    kind: z.enum(DAY_KINDS).describe('Why it is open or closed; people work on working and swap_working days.'),
    note: text.nullable().default(null).describe('What day it is.'),
    source: text.nullable().default(null).describe('The decision or notice that says so.'),
    standing: z.enum(STANDINGS).default('official').describe('Whether it has been decided, or is expected from the rule until then.'),
    decidedOn: day.nullable().default(null).describe('When it was decided.'),
  })
  .meta({ id: 'CalendarDay', description: 'A day that differs from Monday to Friday.' });
export type CalendarDay = z.infer<typeof calendarDaySchema>;

const weekdayHoursSchema = z
  .strictObject({
    pointCode: point,
    weekday: z.int().min(1).max(7).describe('1 = Monday … 7 = Sunday.'),
    ...validity,
    stretches: stretches.min(1).describe('When the point is open on that weekday.'),
  })
  .meta({ id: 'WeekdayHours', description: 'Opening hours of one weekday from a day on.' });
export type WeekdayHours = z.infer<typeof weekdayHoursSchema>;

const dateHoursSchema = z
  .strictObject({
    pointCode: point,
    day: day.describe('The date.'),
    stretches: stretches.describe('When the point is open on that date; closed when empty.'),
    note: text.nullable().default(null).describe('Why.'),
  })
  .meta({ id: 'DateHours', description: 'Opening hours of one date instead of those of its weekday.' });
export type DateHours = z.infer<typeof dateHoursSchema>;

const procedureLimitSchema = z
  .strictObject({
    procedureCode: text.describe('Code of the procedure.'),
    channel: text.nullable().describe('Channel; null for every channel that has no limit of its own.'),
    ...validity,
    unit: z.enum(LIMIT_UNITS).describe('What is counted.'),
    count: z.number().min(0).max(10_000).describe('How many; 0 with same_day.'),
    basis: text.nullable().default(null).describe('The text that sets the limit.'),
  })
  .refine(({ unit, count }) => (unit === 'same_day' ? count === 0 : count > 0), {
    path: ['count'],
    message: 'must be more than 0; only same_day needs none',
  })
  .refine(({ unit, count }) => unit === 'hours' || Number.isInteger(count), {
    path: ['count'],
    message: 'must be whole where the unit is days',
  })
  .meta({ id: 'ProcedureLimit', description: 'How long a procedure may take, from a day of reception on.' });
export type ProcedureLimit = z.infer<typeof procedureLimitSchema>;

const count = z.number().min(0).max(1_000_000_000).nullable().default(null);

const statedFigureSchema = z
  .strictObject({
    unitCode: text.nullable().describe('Code of the ward or commune; null for the city.'),
    periodFrom: day.describe('First day of the period.'),
    periodTo: day.describe('Day after the period.'),
    item: z
      .string()
      .refine(isStatedItem, 'must be an indicator such as index-766/1.1, a criterion such as quarterly/4, or quarterly/4/self')
      .describe('What is stated: an indicator of index 766, or a criterion of the quarterly evaluation, appraised or by the unit itself.'),
    met: count.describe('Of an indicator: how many meet it.'),
    of: count.describe('Of an indicator: of how many.'),
    points: z
      .union([z.literal(0), z.literal(1), z.literal(2)])
      .nullable()
      .default(null)
      .describe('Of a criterion: its points.'),
    basis: text.nullable().default(null).describe('The document that says so.'),
  })
  .refine(isStatedWhole, {
    path: ['item'],
    message: 'needs "met" and "of", met at most of, where it is an indicator, and "points" alone where it is a criterion',
  })
  .refine(({ periodFrom, periodTo }) => periodFrom < periodTo, { path: ['periodTo'], message: 'must be later than "periodFrom"' })
  .meta({ id: 'StatedFigure', description: 'A figure of a unit and period that no feed tells and somebody states.' });

/** What an entry of each register holds. */
export const registerContentSchemas = {
  calendar: calendarDaySchema,
  opening_hours: weekdayHoursSchema,
  hours_on_dates: dateHoursSchema,
  procedure_limits: procedureLimitSchema,
  stated_figures: statedFigureSchema,
} as const;

const anyContent = z.union(Object.values(registerContentSchemas));

export const registerNameSchema = z.enum(REGISTERS).describe('Which register.');
export const changeNumberSchema = z.coerce.number().int().min(1).describe('Number of the change.');
const origin = z.enum(['city_file', 'edit', 'import', 'undo']).describe('The files of the city, a person, a file, or a change taken back.');

const entrySchema = z
  .object({
    key: z.string().describe('What tells the entry from the others.'),
    content: anyContent.describe('What stands.'),
    changeId: z.number().describe('The change that brought it.'),
    origin,
    fileSays: anyContent
      .nullable()
      .optional()
      .describe('What the files of the city say instead, where a person decided otherwise; null: nothing.'),
  })
  .meta({ id: 'RegisterEntry', description: 'An entry that stands.' });
export type RegisterEntry = z.infer<typeof entrySchema>;

export const registerSchema = z
  .object({ register: registerNameSchema, entries: z.array(entrySchema).describe('By key.') })
  .meta({ id: 'Register', description: 'What stands in a register.' });
export type Register = z.infer<typeof registerSchema>;

export const calendarQuerySchema = z.strictObject({
  year: z.coerce.number().int().min(1990).max(2070).describe('Which year.'),
});
export type CalendarQuery = z.infer<typeof calendarQuerySchema>;
export const calendarYearSchema = z
  .object({
    year: z.number().describe('The year.'),
    workingDays: z.number().describe('On how many days of it people work.'),
    entries: z.array(entrySchema).describe('The days that differ from Monday to Friday.'),
  })
  .meta({ id: 'CalendarYear', description: 'The working calendar of a year.' });
export type CalendarYear = z.infer<typeof calendarYearSchema>;

const changeSchema = z
  .object({
    id: z.number().describe('Number of the change.'),
    register: registerNameSchema,
    origin,
    madeAt: z.string().describe('When, ISO 8601 in UTC.'),
    madeBy: z.string().describe('Who.'),
    reason: z.string().describe('Why.'),
    undoes: z.number().nullable().describe('The change that it takes back.'),
    entries: z
      .array(
        z.object({
          key: z.string().describe('The entry.'),
          act: z.enum(['set', 'remove', 'follow_file']).describe('follow_file gives it back to the files of the city.'),
          content: anyContent.nullable().describe('What it says from then on.'),
        }),
      )
      .describe('What it changed.'),
  })
  .meta({ id: 'RegisterChange', description: 'A change of a register.' });
export const registerHistorySchema = z
  .object({ changes: z.array(changeSchema).describe('The latest first.') })
  .meta({ id: 'RegisterHistory', description: 'Who changed what, when and why.' });
export type RegisterHistory = z.infer<typeof registerHistorySchema>;

export const historyQuerySchema = z.strictObject({
  entry: z.string().max(200).optional().describe('Only the changes of this entry.'),
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('How many at most.'),
});
export type HistoryQuery = z.infer<typeof historyQuerySchema>;

export const setDaySchema = calendarDaySchema
  .omit({ day: true })
  .extend({ reason })
  .meta({ id: 'SetDay', description: 'What a day is, and why.' });
export type SetDay = z.infer<typeof setDaySchema>;

export const changeRequestSchema = z
  .strictObject({
    reason,
    set: z.array(anyContent).max(5000).default([]).describe('Entries as they shall be.'),
    followFile: z
      .array(z.string().max(200))
      .max(5000)
      .default([])
      .describe('Keys of entries that go back to what the files of the city say.'),
  })
  .meta({ id: 'RegisterChangeRequest', description: 'Several entries, changed at once.' });
export type ChangeRequest = z.infer<typeof changeRequestSchema>;

export const importRequestSchema = z
  .strictObject({
    text: z
      .string()
      .min(1)
      .max(2_000_000)
      .describe('A CSV file with the columns of the city’s files; a calendar may be an iCalendar file.'),
    preview: z.boolean().default(false).describe('True to see what would change, without changing it.'),
    reason: reason.default('An imported file.'),
  })
  .meta({ id: 'RegisterImport', description: 'A file to take into a register, whole or not at all.' });
export type ImportRequest = z.infer<typeof importRequestSchema>;
export const undoRequestSchema = z.strictObject({ reason }).meta({ id: 'UndoRequest', description: 'Why a change is taken back.' });
export type UndoRequest = z.infer<typeof undoRequestSchema>;

export const changeResultSchema = z
  .object({
    change: z.number().nullable().describe('Number of the change; null when nothing was changed.'),
    entries: z
      .array(
        z.object({
          key: z.string().describe('The entry.'),
          does: z.enum(['add', 'change', 'nothing']).describe('What the file does to it.'),
          before: anyContent.nullable().describe('What stood; null: nothing.'),
          after: anyContent.describe('What the file says.'),
        }),
      )
      .default([])
      .describe('What a preview found.'),
    problems: z.array(z.string()).default([]).describe('One sentence per line that cannot be used.'),
  })
  .meta({ id: 'RegisterResult', description: 'What became of a request to change a register.' });
export type RegisterResult = z.infer<typeof changeResultSchema>;

export const findingsQuerySchema = z.strictObject({
  from: day.describe('First day of reception.'),
  to: day.describe('Day of reception from which dossiers no longer count.'),
  finding: z.string().max(100).optional().describe('Also list the dossiers that show this finding.'),
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('How many dossiers at most.'),
});
export type FindingsQuery = z.infer<typeof findingsQuerySchema>;
export const findingsSchema = z
  .object({
    counts: z
      .array(
        z.object({
          finding: z.string().describe('The finding.'),
          reason: z
            .object({ vi: z.string().describe('In Vietnamese.'), en: z.string().describe('In English.') })
            .describe('What it means.'),
          dossiers: z.number().describe('How many dossiers show it.'),
        }),
      )
      .describe('Every finding, also those that nobody shows.'),
    dossiers: z
      .array(
        z.object({
          finding: z.string().describe('The finding.'),
          source: z.string().describe('Where the dossier comes from.'),
          dossierCode: z.string().describe('Code of the dossier.'),
          pointCode: z.string().describe('Where it was received.'),
          procedureCode: z.string().describe('Its procedure.'),
          receivedAt: z.string().describe('When it was received.'),
          told: z.string().nullable().describe('What the source says.'),
          counted: z.string().nullable().describe('What follows from the calendar, the hours and the limit.'),
        }),
      )
      .describe('Those that show the finding that was asked for, the latest received first.'),
  })
  .meta({ id: 'DeadlineFindings', description: 'What stands out about the clocks of dossiers.' });
