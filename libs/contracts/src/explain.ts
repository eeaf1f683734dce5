import { z } from 'zod';
import { rowsQuerySchema, valueSchema } from './answer';
import { labelSchema, metricSchema } from './city';

const casesQuery = rowsQuerySchema.omit({ page: true, size: true, part: true });

export const explainQuerySchema = casesQuery.extend({
  exact: z.enum(['true', 'false']).default('false').describe('"true" explains the figure read from the raw rows.'),
});
export type ExplainQuery = z.infer<typeof explainQuerySchema>;

const excludedSchema = z.object({
  why: z
    .enum(['not_a_case', 'filtered_out', 'received_later', 'ended_before', 'same_case', 'quarantined', 'withdrawn'])
    .describe(
      'not_a_case: left out by the definition; filtered_out: by the filters of the question; received_later, ended_before: not open at the moment of a stock; same_case: counted once with another record; quarantined: broke a law of its contract; withdrawn: taken back by its source.',
    ),
  entity: z.string().describe('The kind of record.'),
  detail: z.string().describe('The outcome or status of rows that are no cases, or the law that was broken.'),
  label: labelSchema.nullable().describe('The law in words, for records in quarantine.'),
  rows: z.number().describe('How many records; one that broke two laws is counted under both.'),
});

export const explanationSchema = z
  .object({
    metric: metricSchema.describe('The definition that was applied, with its history.'),
    value: valueSchema.describe('The figure.'),
    statements: z
      .array(
        z.object({
          from: z.enum(['rollup', 'raw']).describe('Whether it reads rows or sums made ahead of the question.'),
          table: z.string().describe('The table it reads.'),
          text: z.string().describe('The statement as it was sent, with {name:Type} where values go.'),
          values: z.record(z.string(), z.unknown()).describe('The values that travelled beside it.'),
        }),
      )
      .describe('What was asked of the engine.'),
    rows: z
      .object({
        n: z.number().nullable().describe('How many rows the figure rests on.'),
        list: z.string().describe('Where to read them page by page.'),
        file: z.string().describe('Where to get them as a file.'),
      })
      .describe('The rows behind the figure.'),
    feeds: z
      .array(
        z.object({
          entity: z.string().describe('The kind of record.'),
          source: z.string().describe('The source that tells of it.'),
          latestAt: z.string().describe('Up to when it has told.'),
          days: z.number().describe('The days × points of the range that it was judged for.'),
          silentDays: z.number().describe('Those of which it told too little or nothing.'),
        }),
      )
      .describe('What each source told.'),
    coverage: z
      .array(
        z.object({
          entity: z.string().describe('The kind of record.'),
          share: z.number().nullable().describe('Of what was expected, 0…1.'),
        }),
      )
      .describe('How much of what was expected has arrived.'),
    excluded: z
      .array(excludedSchema)
      .describe(
        'Records of the same days within the scope that the figure does not rest on, and why. With the rows behind the figure they are all there are.',
      ),
    published: z.array(z.string()).describe('The last instants at which something was published that the figure may rest on.'),
    asOf: z.string().nullable().describe('The instant asked about; null for what is known at present.'),
  })
  .meta({ id: 'Explanation', description: 'Where a figure comes from and what it leaves out.' });
export type ExplanationPage = z.infer<typeof explanationSchema>;
