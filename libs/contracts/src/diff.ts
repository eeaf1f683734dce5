import { z } from 'zod';
import { rowsQuerySchema, rowsSchema, valueSchema } from './answer';
import { asOfSchema } from './question';

const caseSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable();

const movementSchema = z.object({
  n: z.number().describe('Added to the cases that the figure rests on; negative when taken away.'),
  cases: z.number().nullable().describe('Added to the cases that a share counts; null for other metrics.'),
  amount: z.number().nullable().describe('Added to what is measured, in milliseconds; null where nothing is.'),
});

export const diffSchema = z
  .object({
    entity: rowsSchema.shape.entity,
    columns: rowsSchema.shape.columns,
    asOf: z
      .object({
        then: z.string().describe('The earlier moment, in UTC.'),
        now: z.string().nullable().describe('The later moment, in UTC; null for what is known at present.'),
      })
      .describe('The moments that are compared.'),
    then: valueSchema.describe('The figure as it was known at the earlier moment.'),
    now: valueSchema.describe('The figure as it is known at the later moment.'),
    moved: movementSchema.describe('What all rows add up to: the difference of the two figures.'),
    rows: z
      .array(
        z.object({
          then: caseSchema.describe('What the case said at the earlier moment; null when nobody had told of it.'),
          now: caseSchema.describe('What it says at the later moment; null when it has been withdrawn.'),
          moved: movementSchema.describe('What the case adds to the difference.'),
        }),
      )
      .describe('The cases that make the difference, and no others.'),
    total: z.number().describe('How many cases make the difference.'),
    page: z.number().describe('Which page this is, from 1.'),
    size: z.number().describe('How many rows a page holds.'),
  })
  .meta({ id: 'DiffPage', description: 'Why a figure is another than it was: the cases told since, corrected or withdrawn.' });
export type DiffPage = z.infer<typeof diffSchema>;

export const diffQuerySchema = rowsQuerySchema.extend({
  part: z.enum(['n', 'cases']).default('n').describe('Of a ratio: "n" its lower part, "cases" its upper part.'),
  then: asOfSchema.describe('The earlier moment: an instant with its zone, or a day of the city for the end of that day.'),
});
export type DiffQuery = z.infer<typeof diffQuerySchema>;
