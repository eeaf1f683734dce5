import {
  because,
  COMPARED_WITH,
  type ComparedWith,
  type Dimension,
  DIMENSIONS,
  type Filter,
  InvalidQuery,
  type Question,
  VIEWS,
} from '@evenhand/domain';
import { z } from 'zod';

const dimension = z.enum(DIMENSIONS);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write a day as YYYY-MM-DD');

/** An instant in the past that somebody asks about. */
export const asOfSchema = z
  .string()
  .max(40)
  .describe(
    'Answer from what had been published by then: an instant with its zone (2026-04-30T17:00:00Z), or a day of the city for the end of that day. Left out: what is known at present.',
  );

/** For whose eyes something is. */
export const viewSchema = z
  .enum(VIEWS)
  .describe(
    '"public" hides figures that rest on few cases, with whatever would give them away, and tells of each month as it was known in the middle of the next, and of none before; "staff" shows all as it is known.',
  );

export const filterSchema = z.strictObject({
  dimension: dimension.describe('The dimension to filter on.'),
  values: z.array(z.string().max(200)).min(1).max(500).describe('Codes to keep; a case is kept when it has one of them.'),
});

const MOST_METRICS = 20;
const MOST_DIMENSIONS = 3;
const MOST_FILTERS = 10;

/** One question as the batched call carries it. */
export const questionSchema = z
  .strictObject({
    metrics: z.array(z.string().max(80)).min(1).max(MOST_METRICS).describe('Ids of metrics from the catalogue.'),
    by: z.array(dimension).max(MOST_DIMENSIONS).default([]).describe('Dimensions to break the answer down by; none gives one row.'),
    from: day.describe('First day, included, in the city’s zone.'),
    to: day.describe('Last day, excluded, in the city’s zone. Stocks (open, overdue) are counted at its first instant.'),
    where: z.array(filterSchema).max(MOST_FILTERS).default([]).describe('All filters must hold.'),
    exact: z.boolean().default(false).describe('Ask the raw rows even where a rollup would answer faster.'),
    asOf: asOfSchema.optional(),
    compare: z
      .array(z.enum(COMPARED_WITH))
      .max(COMPARED_WITH.length)
      .optional()
      .describe(
        'What to hold each figure against: the period before, the same period a year before, the city as a whole, the peers of one point.',
      ),
    view: viewSchema.optional(),
  })
  .meta({
    id: 'Question',
    description: 'Some metrics, over a range of days, by some dimensions, for some of the cases.',
  }) satisfies z.ZodType<Question>;

/** How many questions one call may carry. */
export const MOST_QUESTIONS = 40;

/** Everything a page needs in one call; each question is answered or refused on its own. */
export const pageRequestSchema = z
  .strictObject({
    questions: z
      .record(z.string().max(60), questionSchema)
      .refine((questions) => Object.keys(questions).length <= MOST_QUESTIONS, `ask at most ${MOST_QUESTIONS} questions in one call`)
      .describe('Questions by a name of the caller’s choice; at most 40.'),
  })
  .meta({ id: 'PageRequest', description: 'The questions of one page.' });
export type PageRequest = z.infer<typeof pageRequestSchema>;

/** So many names, separated by commas. */
const listOf = (most: number) =>
  z
    .string()
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(z.string()).max(most));

/** A single question as a query string: `?metrics=tickets,wait_p90&by=point&from=…&to=…&where=field:land,household`. */
export const questionQuerySchema = z.strictObject({
  metrics: listOf(MOST_METRICS).describe('Ids of metrics, separated by commas.'),
  by: listOf(MOST_DIMENSIONS).default([]).describe('Dimensions, separated by commas.'),
  from: day.describe('First day, included.'),
  to: day.describe('Last day, excluded.'),
  where: z
    .union([z.string(), z.array(z.string()).max(MOST_FILTERS)])
    .default([])
    .describe('Filters as dimension:value,value; repeat the parameter for more.'),
  exact: z.enum(['true', 'false']).default('false').describe('"true" asks the raw rows.'),
  asOf: asOfSchema.optional(),
  compare: listOf(COMPARED_WITH.length)
    .optional()
    .describe('What to hold each figure against: previous, last_year, city, peers, separated by commas.'),
  view: viewSchema.optional(),
});
export type QuestionQuery = z.infer<typeof questionQuerySchema>;

const isDimension = (text: string): text is Dimension => (DIMENSIONS as readonly string[]).includes(text);

/** Checks the name of a dimension. Throws {@link InvalidQuery} with what is allowed. */
export function dimensionNamed(text: string, field: string): Dimension {
  if (!isDimension(text))
    throw new InvalidQuery(
      field,
      `Unknown dimension "${text}". Known: ${DIMENSIONS.join(', ')}.`,
      because('unknown_dimension', { dimension: text }),
    );
  return text;
}

/** Reads `field:land,household`; `field:` keeps the cases whose source did not say. Throws {@link InvalidQuery}. */
export function filterFrom(text: string, separator: ':' | '=' = ':'): Filter {
  const at = text.indexOf(separator);
  if (at < 1)
    throw new InvalidQuery(
      'where',
      `"${text}" is no filter; write it as dimension${separator}value,value.`,
      because('no_filter', { value: text }),
    );
  return { dimension: dimensionNamed(text.slice(0, at), 'where'), values: text.slice(at + 1).split(',') };
}

const isComparedWith = (text: string): text is ComparedWith => (COMPARED_WITH as readonly string[]).includes(text);

/** Checks the name of what a figure is held against. Throws {@link InvalidQuery} with what is allowed. */
export function comparedWith(text: string): ComparedWith {
  if (!isComparedWith(text))
    throw new InvalidQuery(
      'compare',
      `"${text}" is nothing to compare with. Known: ${COMPARED_WITH.join(', ')}.`,
      because('not_comparable', { value: text }),
    );
  return text;
}

/** The question that a query string asks. */
export const questionFrom = (query: QuestionQuery): Question => ({
  metrics: query.metrics,
  by: query.by.map((name) => dimensionNamed(name, 'by')),
  from: query.from,
  to: query.to,
  where: [query.where].flat().map((text) => filterFrom(text)),
  exact: query.exact === 'true',
  ...(query.asOf === undefined ? {} : { asOf: query.asOf }),
  ...(query.compare === undefined ? {} : { compare: query.compare.map(comparedWith) }),
  ...(query.view === undefined ? {} : { view: query.view }),
});
