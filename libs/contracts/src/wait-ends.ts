import { NO_VALUE_REASONS, type WaitEnds } from '@evenhand/domain';
import { z } from 'zod';
import { labelSchema } from './city';
import { comparisonQuerySchema } from './comparison';

/** How the waits of some tickets end is asked. */
export const waitEndsQuerySchema = comparisonQuerySchema.pick({ from: true, to: true, asOf: true }).extend({
  where: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .describe('Filters as dimension:value,value; repeat the parameter for more.'),
});
export type WaitEndsQuery = z.infer<typeof waitEndsQuerySchema>;

const intervalSchema = z.object({ low: z.number().describe('Lower end.'), high: z.number().describe('Upper end.') });

const shareSchema = z.object({
  value: z.number().describe('Of all people who took a ticket, 0…1.'),
  interval: intervalSchema.nullable().describe('Its bounds at the 95 % level; null where it is nobody or everybody.'),
});

const stepSchema = z
  .object({
    minutes: z.number().describe('Minutes since the ticket was issued.'),
    followed: z.number().describe('People of whom it is known that they waited for longer than this.'),
    called: shareSchema.describe('Called by then (Aalen and Johansen).'),
    left: shareSchema.describe('Left before they were called (Aalen and Johansen).'),
    inLine: shareSchema.describe('In line yet; the three make one whole.'),
    calledIfNobodyLeft: shareSchema.describe(
      'One less Kaplan and Meier, who take those who left for people lost sight of: as if they had waited on. More than were called.',
    ),
  })
  .meta({ id: 'WaitEndsAt', description: 'What has become of people some minutes after they took a ticket.' });

export const waitEndsSchema = z
  .object({
    range: z
      .object({ from: z.string().describe('First day, included.'), to: z.string().describe('Last day, excluded.') })
      .describe('The days.'),
    metric: z.string().describe('The metric whose cases these are: its explanation lists them, and what is left out.'),
    limitMinutes: z.number().describe('The city’s limit for a wait.'),
    reason: z.enum(NO_VALUE_REASONS).nullable().describe('Why there is nothing to say; null where there is.'),
    n: z.number().nullable().describe('How many people it rests on.'),
    coverage: z.number().nullable().describe('Share of the expected working days × points whose data has arrived.'),
    asOf: z.string().nullable().describe('Up to when it is known, in UTC.'),
    steps: z.array(stepSchema).describe('Each whole minute, as far as anybody was followed.'),
    atLimit: stepSchema.nullable().describe('The step at the limit; null where nobody was followed for so long.'),
    bounds: z
      .record(z.enum(['called', 'left', 'inLine']), intervalSchema)
      .nullable()
      .describe('Between what each share at the limit lies had the silent feeds told; null where nothing is missing.'),
    statement: z
      .object({
        table: z.string().describe('The table it reads.'),
        text: z.string().describe('The statement as it was sent, with {name:Type} where values go.'),
        values: z.record(z.string(), z.unknown()).describe('The values that travelled beside it.'),
      })
      .nullable()
      .describe('What was asked of the engine; null where nothing was.'),
    label: labelSchema.nullable().describe('What is found at the limit, in words.'),
  })
  .meta({ id: 'WaitEnds', description: 'How waits end: called, left, or in line yet, minute by minute.' }) satisfies z.ZodType<WaitEnds>;
export type WaitEndsAnswer = z.infer<typeof waitEndsSchema>;
