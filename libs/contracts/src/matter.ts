import { LONGEST_OWNER, LONGEST_REASON, MATTER_CAUSES, MOST_DAYS_DUE, MOST_DAYS_OFF } from '@evenhand/domain';
import { z } from 'zod';

/** Control characters, and those that turn the direction of what is read. */
const UNREADABLE = /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;
const line = (longest: number) =>
  z
    .string()
    .trim()
    .normalize('NFC')
    .max(longest, `must have at most ${longest} characters`)
    .refine((said) => !UNREADABLE.test(said), 'must be one line of text without control characters');

export const matterCauseSchema = z.enum(MATTER_CAUSES).describe('Why the point asks for somebody.');
export const matterPointSchema = z.string().min(1).max(60).describe('Code of the service point.');

export const decideMatterSchema = z
  .strictObject({
    owner: line(LONGEST_OWNER).optional().describe('Who takes care: an office or a post, not data of a person. Empty for nobody.'),
    dueInDays: z
      .int()
      .min(0)
      .max(MOST_DAYS_DUE)
      .nullable()
      .optional()
      .describe('Due in so many working days from today; null takes the day away.'),
    offForDays: z.int().min(1).max(MOST_DAYS_OFF).nullable().optional().describe('Put off for so many working days; null brings it back.'),
    reason: line(LONGEST_REASON).optional().describe('Why it is put off; needed where it is.'),
  })
  .meta({ id: 'DecideMatter', description: 'What to decide about a matter; what is left out stays.' });
export type DecideMatter = z.infer<typeof decideMatterSchema>;

export const matterCareSchema = z
  .object({
    cause: matterCauseSchema,
    point: matterPointSchema,
    owner: z.string().describe('Who takes care; empty for nobody.'),
    dueOn: z.string().nullable().describe('The day it is due; null for none.'),
    daysLeft: z
      .number()
      .nullable()
      .describe('Working days left after today up to the day it is due, negative once it has passed; null without one.'),
    offUntil: z.string().nullable().describe('The day it comes back; null while it is not put off.'),
    reason: z.string().describe('Why it is put off; empty while it is not.'),
    by: z.string().describe('What whoever decided it last is called.'),
    changedAt: z.string().describe('When that was, ISO 8601 in UTC.'),
  })
  .meta({ id: 'MatterCare', description: 'What was decided about a matter: a cause at a point.' });
export type MatterCareInfo = z.infer<typeof matterCareSchema>;

export const matterCaresSchema = z
  .object({
    cares: z.array(matterCareSchema).describe('By point and cause; a matter that nothing was decided about is not listed.'),
    mayDecide: z.boolean().describe('Whether who asks may decide about the matters of the points that they see.'),
  })
  .meta({ id: 'MatterCares', description: 'Who takes care of what asks for somebody, until when, and what is put off.' });
export type MatterCares = z.infer<typeof matterCaresSchema>;
