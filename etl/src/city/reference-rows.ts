import { DAY_KINDS, isDay, LIMIT_UNITS, STANDINGS } from '@evenhand/domain';
import { z } from 'zod';
import { HOLDS_NUMBER, isPlainNote } from './personal-text';

const required = z.string().trim().min(1, 'must not be empty').normalize('NFC');
const optional = z
  .string()
  .trim()
  .normalize('NFC')
  .transform((value) => value || null);
const note = optional.refine(isPlainNote, HOLDS_NUMBER).default(null);
const day = z.string().refine(isDay, 'must be a day written YYYY-MM-DD');
const dayOr = <Fallback extends string | null>(fallback: Fallback) =>
  z
    .string()
    .refine((value) => value === '' || isDay(value), 'must be a day written YYYY-MM-DD, or empty')
    .transform((value) => value || fallback);
const wholeNumber = (max: number) =>
  z
    .string()
    .regex(/^\d*$/, 'must be a whole number, or empty')
    .transform((value) => (value === '' ? null : Number(value)))
    .refine((value) => value === null || value <= max, `must be at most ${max}`);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time written HH:MM');
const weekday = z
  .string()
  .regex(/^[1-7]$/, 'must be 1 (Monday) to 7 (Sunday)')
  .transform(Number);

/** The first day the stores can hold: a stretch without a beginning begins here. */
export const ALWAYS = '1970-01-01';
/** The last day that the engine's `Date` holds: a stretch without an end ends here. */
export const FOREVER = '2149-06-06';

const stretch = { valid_from: dayOr(ALWAYS).default(ALWAYS), valid_to: dayOr(null).default(null) };

/** What each reference file of a city holds, one schema per row. */
export const unitRow = z.object({
  code: required,
  name: required,
  type: optional.default(null),
  column: wholeNumber(1_000).default(null),
  row: wholeNumber(1_000).default(null),
  population: wholeNumber(100_000_000).default(null),
});
export const branchRow = z.object({ code: required, name: required });
export const pointRow = z.object({
  code: required,
  name: required,
  unit: optional.default(null),
  branch: optional.default(null),
  predecessors: z
    .string()
    .normalize('NFC')
    .transform((codes) => codes.split(/[\s;]+/).filter((code) => code !== ''))
    .default([]),
  ...stretch,
});
export const fieldRow = z.object({ code: required, name_vi: required, name_en: required });
export const procedureRow = z.object({
  code: required,
  name_vi: required,
  name_en: required,
  field: optional.default(null),
  working_days: wholeNumber(1_000).default(null),
});
export const calendarRow = z.object({
  day,
  kind: z.enum(DAY_KINDS, `must be one of ${DAY_KINDS.join(', ')}`),
  note,
  source: optional.default(null),
  standing: z
    .enum(['', ...STANDINGS], `must be one of ${STANDINGS.join(', ')}, or empty`)
    .transform((standing) => standing || 'official')
    .default('official'),
  decided_on: dayOr(null).default(null),
});
export const openingHoursRow = z
  .object({ point: optional, weekday, from: clock, to: clock, ...stretch })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'must be later than "from"' });

const clockOrEmpty = z.union([z.literal(''), clock], 'must be a time written HH:MM, or empty');
export const openingDateRow = z
  .object({ point: optional, day, from: clockOrEmpty, to: clockOrEmpty, note })
  .refine(({ from, to }) => (from === '') === (to === ''), { path: ['to'], message: 'must be empty where "from" is, and only there' })
  .refine(({ from, to }) => from === '' || from < to, { path: ['to'], message: 'must be later than "from"' });
const LIMIT_COUNT = /^\d{1,4}(\.\d{1,2})?$/;
export const limitRow = z
  .object({
    procedure: required,
    channel: optional.default(null),
    limit: z.union([z.literal(''), z.string().regex(LIMIT_COUNT)], 'must be a number, or empty for same_day').transform(Number),
    unit: z.enum(LIMIT_UNITS, `must be one of ${LIMIT_UNITS.join(', ')}`),
    ...stretch,
    basis: optional.default(null),
  })
  .refine(({ unit, limit }) => (unit === 'same_day' ? limit === 0 : limit > 0), {
    path: ['limit'],
    message: 'must be more than 0; only same_day needs none',
  })
  .refine(({ unit, limit }) => unit === 'hours' || Number.isInteger(limit), {
    path: ['limit'],
    message: 'must be whole where the unit is days',
  })
  .refine(({ valid_from, valid_to }) => valid_to === null || valid_from < valid_to, {
    path: ['valid_to'],
    message: 'must be later than "valid_from"',
  });

export type CalendarRow = z.infer<typeof calendarRow>;
export type OpeningDateRow = z.infer<typeof openingDateRow>;
export type LimitRow = z.infer<typeof limitRow>;
export type PointRow = z.infer<typeof pointRow>;
