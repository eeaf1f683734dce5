import { DAY_KINDS, isDay } from '@evenhand/domain';
import { z } from 'zod';

const required = z.string().trim().min(1, 'must not be empty').normalize('NFC');
const optional = z
  .string()
  .trim()
  .normalize('NFC')
  .transform((value) => value || null);
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
  note: optional.default(null),
});
export const openingHoursRow = z
  .object({ point: optional, weekday, from: clock, to: clock, ...stretch })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'must be later than "from"' });

export type PointRow = z.infer<typeof pointRow>;
