import { type ChangeEffects, EFFECT_VERDICTS } from '@evenhand/domain';
import { z } from 'zod';
import { labelSchema } from './city';
import { comparisonQuerySchema, trendSchema } from './comparison';

export const changeEffectsQuerySchema = comparisonQuerySchema.pick({ metric: true, from: true, to: true, asOf: true });
export type ChangeEffectsQuery = z.infer<typeof changeEffectsQuerySchema>;

const beforeAfterSchema = z.object({
  before: z.number().describe('Mean of the weeks before.'),
  after: z.number().describe('Mean of the weeks after.'),
});

const changeEffectSchema = z.object({
  change: trendSchema.shape.changes.element.describe('What was changed, and when.'),
  points: z.array(z.string()).readonly().describe('Codes of the points it was made at; none for the whole city.'),
  weeks: z
    .object({ before: z.number().describe('Weeks before.'), after: z.number().describe('Weeks after.') })
    .describe('Whole weeks with enough data here and elsewhere, at most eight on each side.'),
  here: beforeAfterSchema.nullable().describe('The metric at these points; null where too few weeks are known.'),
  elsewhere: beforeAfterSchema.nullable().describe('The same at the points at which nothing was done.'),
  others: z.number().describe('How many points it is held against.'),
  effect: z
    .object({
      value: z.number().describe('The change here less the change elsewhere, in the metric’s unit.'),
      interval: z
        .object({ low: z.number().describe('Lower bound.'), high: z.number().describe('Upper bound.') })
        .describe('At the 95 % level.'),
    })
    .nullable()
    .describe('Null where nothing can be told.'),
  verdict: z.enum(EFFECT_VERDICTS).describe('Beyond chance in the direction of the metric or against it, or nobody can tell.'),
  label: labelSchema.describe('The same in words, or why nothing can be told.'),
});

export const changeEffectsSchema = z
  .object({
    metric: z.string().describe('The metric.'),
    changes: z.array(changeEffectSchema).readonly().describe('In order of their days.'),
  })
  .meta({ id: 'ChangeEffects', description: 'Whether changes helped.' }) satisfies z.ZodType<ChangeEffects>;
export type ChangeEffectsAnswer = z.infer<typeof changeEffectsSchema>;
