import { type AnswerColumns, COMPARED_WITH, DIMENSIONS } from '@evenhand/domain';
import { z } from 'zod';
import { againstSchema, answerSchema, problemSchema, staleSinceSchema, valueSchema } from './answer';

/** What all rows have, what each row has, or where each row finds what it has. */
const columnOf = <Cell extends z.ZodType>(cell: Cell) =>
  z.union([
    cell,
    z.array(cell).readonly(),
    z.object({
      of: z.array(cell).readonly().describe('Each value once.'),
      at: z.array(z.number()).readonly().describe('For each row the place of its value in "of", from 0; -1 where the row has none.'),
    }),
  ]);

const like = <Column extends z.ZodType>(column: Column, { description = '' }: z.ZodType): Column => column.describe(description);

const numbers = columnOf(z.number().nullable()).meta({ id: 'NumberColumn', description: 'Numbers, null where there is none.' });
const texts = columnOf(z.string().nullable()).meta({ id: 'TextColumn', description: 'Texts, null where there is none.' });
const flags = columnOf(z.boolean()).meta({ id: 'FlagColumn', description: 'True or false.' });
const versions = columnOf(z.number()).meta({ id: 'VersionColumn', description: 'Versions.' });
const reasons = columnOf(valueSchema.shape.reason).meta({ id: 'ReasonColumn', description: 'Why there is no value.' });
const origins = columnOf(valueSchema.shape.from).meta({ id: 'OriginColumn', description: 'Where figures were read.' });
const ranges = columnOf(againstSchema.shape.of).meta({ id: 'RangeColumn', description: 'Ranges of days.' });

const inSchema = z
  .array(z.number())
  .readonly()
  .optional()
  .describe('The rows around, from 0, that have a cell in these columns; all have one where it is absent.');

const intervals = z
  .object({
    low: numbers.describe('Lower bounds; null in rows without.'),
    high: numbers.describe('Upper bounds; null in rows without.'),
  })
  .meta({ id: 'IntervalColumns', description: 'Bounds by column.' })
  .nullable();

const of = valueSchema.shape;
const figures = z.object({
  value: like(numbers, of.value),
  reason: like(reasons, of.reason),
  n: like(numbers, of.n),
  cases: like(numbers, of.cases),
  interval: intervals.describe('Bounds at the 95 % level; null where no row has any.'),
  bounds: intervals.describe('What the values could be had the silent feeds told; null where no row has any.'),
  coverage: like(numbers, of.coverage),
  asOf: like(texts, of.asOf),
  version: like(versions, of.version),
  from: like(origins, of.from),
  approximate: like(flags, of.approximate),
  in: inSchema,
});
const singles = figures.meta({ id: 'SingleColumns', description: 'Figures with all that is needed to trust them, by column.' });

const { shape: other } = againstSchema;
const againsts = z
  .object({
    in: inSchema,
    of: like(ranges, other.of),
    now: singles.nullable().describe('The figures of these days; null where no row has one.'),
    range: like(ranges, other.range),
    sameWeekdays: like(flags, other.sameWeekdays),
    value: singles.describe('The figures of those days, of the city or of the peers.'),
    difference: like(numbers, other.difference),
    interval: intervals.describe('Of the differences, at the 95 % level; null where no row has any.'),
    alike: like(columnOf(other.alike.unwrap()).optional(), other.alike),
  })
  .meta({ id: 'AgainstColumns', description: 'What figures are held against, by column.' });

const values = figures
  .extend({
    against: z
      .object({
        in: inSchema,
        each: z.partialRecord(z.enum(COMPARED_WITH), againsts).describe('By what they are held against.'),
      })
      .optional()
      .describe('What the question holds the figures against.'),
  })
  .meta({ id: 'ValueColumns', description: 'Figures of one metric, and whatever the question holds them against, by column.' });

const answerColumns = z
  .object({
    question: answerSchema.shape.question,
    rows: z.number().describe('How many rows the answer has.'),
    key: z
      .partialRecord(z.enum(DIMENSIONS), columnOf(z.string().nullable()))
      .describe('Dimension values; null where the source did not say.'),
    values: z.record(z.string(), values).describe('By metric id.'),
    untold: answerSchema.shape.untold,
  })
  .meta({
    id: 'AnswerColumns',
    description:
      'The figures that answer one question, by column: a list has one cell for each row; anything else is what all rows have, except { of, at }, which has each value once and its place for each row.',
  }) satisfies z.ZodType<AnswerColumns>;

const slotSchema = z.union([
  z.object({
    columns: answerColumns.describe('The answer, when the question could be answered.'),
    staleSince: staleSinceSchema,
  }),
  z.object({ problem: problemSchema.describe('Why this question could not be answered; the others are not affected.') }),
]);

/** A page as it is sent to whoever asks for columns. */
export const pageColumnsSchema = z
  .object({ answers: z.record(z.string(), slotSchema).describe('An answer or a problem for each question, by the name the caller gave.') })
  .meta({ id: 'PageColumns', description: 'Everything a page asked for, each question answered by column or refused on its own.' });
export type PageColumns = z.infer<typeof pageColumnsSchema>;
