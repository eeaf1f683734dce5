import { isDay } from '@evenhand/domain';
import { z } from 'zod';
import { valueSchema } from './answer';

const firstOfMonth = z.string().refine(isDay, 'must be a day written YYYY-MM-DD').meta({ format: 'date' });

export const benchmarkQuerySchema = z
  .strictObject({
    metric: z.string().max(80).describe('A metric that is a share or a mean.'),
    from: firstOfMonth.describe('First day of the first month.'),
    to: firstOfMonth.describe('First day of the month after the last one.'),
  })
  .meta({ id: 'BenchmarkQuery', description: 'The own points beside the rest of the city, in whole months.' });
export type BenchmarkQuery = z.infer<typeof benchmarkQuerySchema>;

export const benchmarkSchema = z
  .object({
    own: valueSchema.nullable().describe('The figure of the own points; null where there is none.'),
    groups: z
      .array(
        z.object({
          branch: z.string().describe('Code of the branch that manages these points.'),
          value: z.number().describe('Their figure, taken together.'),
          points: z.number().int().describe('How many points, the own ones left out; at least five.'),
          about: z.number().describe('How many cases, to two digits.'),
        }),
      )
      .describe('Other points taken together by branch, from the lowest value on; groups that would give single points away are left out.'),
    others: z.number().nullable().describe('All groups together; null without any.'),
    band: z
      .object({
        low: z.number().describe('A quarter of the groups lies below.'),
        median: z.number().describe('Half of the groups lies below.'),
        high: z.number().describe('A quarter of the groups lies above.'),
      })
      .nullable()
      .describe('The middle half of the groups; null with fewer than three.'),
  })
  .meta({ id: 'Benchmark', description: 'The own points beside others of whom none can be told from its neighbours.' });
export type Benchmark = z.infer<typeof benchmarkSchema>;
