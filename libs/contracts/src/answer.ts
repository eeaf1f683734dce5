import {
  type Against,
  type Answer,
  COMPARED_WITH,
  DIMENSIONS,
  NO_VALUE_REASONS,
  REASONS,
  type ReasonCode,
  type SingleValue,
  type Value,
} from '@evenhand/domain';
import { z } from 'zod';
import { labelSchema } from './city';
import { asOfSchema, questionSchema } from './question';

const intervalSchema = z.object({
  low: z.number().describe('Lower bound, in the unit of the value.'),
  high: z.number().describe('Upper bound, in the unit of the value.'),
});

const singleValueSchema = z
  .object({
    value: z.number().nullable().describe('In the metric’s unit; shares are 0…1; null without a denominator.'),
    reason: z
      .enum(NO_VALUE_REASONS)
      .nullable()
      .describe(
        'Why the value is null: no cases; nothing told by the feeds; unknown, because the feeds were silent for too long; suppressed, because so few cases may not be shown; not told, because the public is told of these days later; not applicable; not reached, because nobody was followed for long enough.',
      ),
    n: z.number().nullable().describe('The cases the figure rests on; null only where it is suppressed or not told.'),
    cases: z.number().nullable().describe('The cases a share counts.'),
    interval: intervalSchema.nullable().describe('Bounds at the 95 % level; null where none applies.'),
    bounds: intervalSchema
      .nullable()
      .describe(
        'What the value could be at the lowest and the highest had the silent feeds told; null where nothing is missing or nothing bounds it.',
      ),
    coverage: z.number().nullable().describe('Share of the expected points × working days whose data has arrived.'),
    asOf: z.string().nullable().describe('The instant up to which the figure is known.'),
    version: z.number().describe('Version of the metric’s definition.'),
    from: z.enum(['rollup', 'raw']).describe('Where the figure was read.'),
    approximate: z.boolean().describe('True when read off histogram bins.'),
  })
  .meta({ id: 'SingleValue', description: 'One figure with all that is needed to trust it.' }) satisfies z.ZodType<SingleValue>;

const rangeSchema = z.object({ from: z.string().describe('First day, included.'), to: z.string().describe('Last day, excluded.') });

export const againstSchema = z
  .object({
    of: rangeSchema.describe('The days of the figure that were compared: of a period that is not over, those that are.'),
    now: singleValueSchema.nullable().describe('The figure of these days, where they are not all of the days asked about.'),
    range: rangeSchema.describe('The days it was compared with.'),
    sameWeekdays: z.boolean().describe('Whether both have equally many of each day of the week.'),
    value: singleValueSchema.describe('The figure of those days, of the city or of the peers.'),
    difference: z.number().nullable().describe('The figure less this value, in its unit.'),
    interval: intervalSchema.nullable().describe('Of the difference, at the 95 % level; null where there is none.'),
    alike: z
      .object({
        points: z.array(z.string()).readonly().describe('Codes of the points, from the most alike on.'),
        description: labelSchema.describe('What they have in common.'),
      })
      .nullable()
      .optional()
      .describe('Of the peers: whose cases the value takes together; null where the point has too little work to be like another.'),
  })
  .meta({ id: 'Against', description: 'What a figure is held against.' }) satisfies z.ZodType<Against>;

export const valueSchema = singleValueSchema
  .extend({
    against: z.partialRecord(z.enum(COMPARED_WITH), againstSchema).optional().describe('What the question holds the figure against.'),
  })
  .meta({ id: 'Value', description: 'One figure, and whatever the question holds it against.' }) satisfies z.ZodType<Value>;

export const answerSchema = z
  .object({
    question: questionSchema.describe('The question as it was understood, defaults filled in.'),
    rows: z
      .array(
        z.object({
          key: z.partialRecord(z.enum(DIMENSIONS), z.string().nullable()).describe('Dimension values; null where the source did not say.'),
          values: z.record(z.string(), valueSchema).describe('By metric id.'),
        }),
      )
      .describe('One row per combination of dimension values, sorted by key; one row with an empty key without dimensions.'),
    untold: z
      .array(
        rangeSchema.extend({
          metric: z.string().describe('Which metric.'),
          toldOn: z.string().describe('The day from which the public is told of these days, which stay as they are then.'),
        }),
      )
      .readonly()
      .optional()
      .describe('Of the public view: the days of which it is not told yet. Absent where all are told.'),
  })
  .meta({ id: 'Answer', description: 'The figures that answer one question.' }) satisfies z.ZodType<Answer>;

const isReasonCode = (code: string): code is ReasonCode => code in REASONS;

const reasonSchema = z.object({
  code: z.string().refine(isReasonCode).describe('Keeps its meaning; screens have words for it.'),
  params: z.record(z.string(), z.union([z.string(), z.number()])).describe('What stands in its sentence; days as YYYY-MM-DD.'),
});

/** RFC 9457. */
export const problemSchema = z
  .object({
    type: z.string().describe('A URI reference that names the kind of problem.'),
    title: z.string().describe('The kind of problem in words.'),
    status: z.number().describe('The HTTP status.'),
    detail: z.string().describe('A sentence that says what was wrong and what is allowed.'),
    field: z.string().optional().describe('The part of the request at fault.'),
    reason: reasonSchema.optional().describe('The same as a code, for whoever says it in another language; absent where there is none.'),
    requestId: z.string().describe('Give this to whoever runs the server.'),
  })
  .meta({ id: 'Problem', description: 'What went wrong, as RFC 9457 says it.' });
export type Problem = z.infer<typeof problemSchema>;

export const staleSinceSchema = z
  .string()
  .optional()
  .describe('Where the warehouse cannot answer at this moment: the instant of this answer, the last good one. Absent otherwise.');

const slotSchema = z.union([
  z.object({
    answer: answerSchema.describe('The answer, when the question could be answered.'),
    staleSince: staleSinceSchema,
  }),
  z.object({ problem: problemSchema.describe('Why this question could not be answered; the others are not affected.') }),
]);

export const pageAnswerSchema = z
  .object({ answers: z.record(z.string(), slotSchema).describe('An answer or a problem for each question, by the name the caller gave.') })
  .meta({ id: 'PageAnswer', description: 'Everything a page asked for, each question answered or refused on its own.' });
export type PageAnswer = z.infer<typeof pageAnswerSchema>;

/** One of the rows behind a figure. Columns depend on the fact; instants are ISO 8601 in UTC. */
export const rowsSchema = z
  .object({
    entity: z.string().describe('The kind of case: ticket, dossier, rating, shift …'),
    columns: z
      .array(
        z.object({
          id: z.string().describe('Name of the column, the key in each row.'),
          type: z.enum(['text', 'instant', 'day', 'number', 'duration_ms']).describe('How to read the values of the column.'),
        }),
      )
      .describe('The columns in reading order.'),
    rows: z
      .array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])))
      .describe('The cases of this page, one object each.'),
    total: z.number().describe('Equals the n (or the cases) of the figure.'),
    page: z.number().describe('Which page this is, from 1.'),
    size: z.number().describe('How many rows a page holds.'),
  })
  .meta({ id: 'RowsPage', description: 'Some of the cases behind a figure.' });
export type RowsPage = z.infer<typeof rowsSchema>;

export const rowsQuerySchema = z.strictObject({
  metric: z.string().max(80).describe('The metric whose figure is to be proved.'),
  part: z.enum(['n', 'cases']).default('n').describe('"n": all cases the figure rests on; "cases": those a share counts.'),
  from: z.string().describe('First day, included.'),
  to: z.string().describe('Last day, excluded.'),
  where: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .describe('Filters as dimension:value,value; repeat the parameter for more. The key of an answer row goes here too.'),
  page: z.coerce.number().int().min(1).max(100_000).default(1).describe('Which page, from 1.'),
  size: z.coerce.number().int().min(1).max(500).default(50).describe('Rows per page, at most 500.'),
  asOf: asOfSchema.optional(),
});
export type RowsQuery = z.infer<typeof rowsQuerySchema>;
