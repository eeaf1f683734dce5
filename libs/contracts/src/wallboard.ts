import { z } from 'zod';
import { valueSchema } from './answer';
import { labelSchema, metricSchema } from './city';
import { liveSchema } from './live';

const code = z.string().min(1).max(100);

export const wallboardQuerySchema = z
  .strictObject({
    branch: code.optional().describe('Code of a branch: the board shows its points only.'),
    point: code.optional().describe('Code of a service point: the board shows this point only.'),
  })
  .refine(({ branch, point }) => branch === undefined || point === undefined, {
    message: 'a board shows a branch or a point, not both',
    path: ['point'],
  });
export type WallboardQuery = z.infer<typeof wallboardQuerySchema>;

const figureSchema = z.object({
  from: z.string().describe('First day of the figure.'),
  to: z.string().describe('First day that is not part of it any more.'),
  value: valueSchema.describe('The figure itself.'),
  standard: metricSchema.shape.standard,
});

export const wallboardSchema = z
  .object({
    now: z.string().describe('The moment of the answer, in UTC. Time stands still in a simulated city.'),
    zone: z.string().describe('IANA name of the zone of the city.'),
    city: labelSchema.describe('The name of the city.'),
    isSimulated: z.boolean().describe('True when the cases are invented; every screen says so.'),
    limitMinutes: z.number().describe('The city’s limit for a wait.'),
    place: z.string().nullable().describe('The name of the branch or point that is shown; null for the whole city.'),
    line: liveSchema.shape.city
      .extend({ openPoints: z.number().describe('Points whose line is known.') })
      .describe('Who stands in line at the moment.'),
    longWait: figureSchema.nullable().describe('Share that waited longer than the limit, on the latest day; null before there is data.'),
    onTime: figureSchema
      .extend({ toldOn: z.string().nullable().describe('The day from which the public is told of the month; null where it is.') })
      .nullable()
      .describe('Share of dossiers settled on time, in the last month that the public is told of; null before there is data.'),
    help: z
      .array(z.string())
      .describe('Names of the points where most people are expected to wait too long, first the one with most; never more than eight.'),
  })
  .meta({ id: 'Wallboard', description: 'What a screen on a wall shows: figures of places, nothing of any person.' });
export type Wallboard = z.infer<typeof wallboardSchema>;
