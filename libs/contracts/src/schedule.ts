import { z } from 'zod';

const slot = z.object({
  source: z.string().describe('Name of the source.'),
  slotAt: z.string().describe('The time for which it was due.'),
  state: z
    .enum(['running', 'waiting', 'done', 'failed', 'superseded'])
    .describe('waiting: another attempt will be made. superseded: the next slot came before it.'),
  attempts: z.number().describe('Attempts in a row that failed.'),
  claimedBy: z.string().describe('Which worker took it.'),
  claimedAt: z.string().describe('When the last attempt began.'),
  nextAttemptAt: z.string().nullable().describe('When the next attempt is made.'),
  endedAt: z.string().nullable().describe('When it ended.'),
  runs: z.array(z.number()).describe('Numbers of the runs it made.'),
  message: z.string().nullable().describe('Why the last attempt failed.'),
});

export const scheduleSchema = z
  .object({
    source: z.string().describe('Name of the source.'),
    schedule: z
      .union([
        z.object({ every_minutes: z.number().describe('Minutes between two pulls, counted from midnight.') }),
        z.object({ at: z.array(z.string()).describe('Times of day in the zone of the city.') }),
      ])
      .describe('When it is pulled.'),
    isPaused: z.boolean().describe('True when it is not pulled by itself.'),
    nextAt: z.string().nullable().describe('When it is pulled next; null while it is paused.'),
    slots: z.array(slot).describe('The latest first.'),
  })
  .meta({ id: 'Schedule', description: 'A source that is pulled by itself.' });

export const schedulesSchema = z
  .object({ schedules: z.array(scheduleSchema).describe('As the city lists its sources.') })
  .meta({ id: 'Schedules', description: 'What is pulled by itself, and when.' });

export const scheduleChangeSchema = z
  .strictObject({
    isPaused: z.boolean().optional().describe('True to pause it, false to resume it.'),
    runNow: z.literal(true).optional().describe('True to have it pulled at once, paused or not.'),
  })
  .meta({ id: 'ScheduleChange', description: 'What to change of a schedule.' });
export type ScheduleChange = z.infer<typeof scheduleChangeSchema>;
export type Schedule = z.infer<typeof scheduleSchema>;
