import {
  ADJUSTMENTS,
  CLOSINGS,
  type Comparison,
  FLAG_LEVELS,
  FUNNEL_PLACES,
  GRAINS,
  STRATUM_KEYS,
  type Trend,
  TREND_CHARTS,
  TREND_SIGNALS,
  type Unevenness,
  UNEVENNESS_MEASURES,
  VERDICTS,
} from '@evenhand/domain';
import { z } from 'zod';
import { valueSchema } from './answer';
import { labelSchema } from './city';
import { asOfSchema, viewSchema } from './question';

const intervalSchema = z.object({
  low: z.number().describe('Lower end, in the unit of the metric.'),
  high: z.number().describe('Upper end.'),
});

const estimatedSchema = z.object({
  value: z.number().describe('The estimate.'),
  interval: intervalSchema.describe('Its bounds at the 95 % level.'),
});

const rangeSchema = z.object({ from: z.string().describe('First day, included.'), to: z.string().describe('Last day, excluded.') });

const peersSchema = z.object({
  points: z.array(z.string()).describe('Codes of the points, from the most alike on.'),
  median: z.number().nullable().describe('Median of their values; null where fewer than five have one.'),
  band: intervalSchema.nullable().describe('The tenths of their values.'),
  description: labelSchema.describe('What they have in common.'),
});

const pointComparisonSchema = z
  .object({
    point: z.string().describe('Code of the service point.'),
    value: valueSchema.describe('What people lived; never adjusted.'),
    n: z.number().nullable().describe('Cases that the comparison rests on.'),
    expected: z.number().nullable().describe('What the city does with the work of this point.'),
    ratio: estimatedSchema.nullable().describe('Observed over expected; of a share that should be high, of the cases that fail it.'),
    adjusted: estimatedSchema.nullable().describe('What the point would have with the work of the city.'),
    shrunk: estimatedSchema
      .extend({ reliability: z.number().describe('The part of the estimate that is the point’s own, 0…1.') })
      .nullable()
      .describe('The adjusted figure, drawn towards the city’s the more the less is known.'),
    limits: z
      .object({
        look: intervalSchema.describe('Where 95 % of points lie that differ by chance and ordinary differences only.'),
        review: intervalSchema.describe('The same for 99.8 %.'),
      })
      .nullable()
      .describe('Limits of the funnel at this point’s size and work.'),
    funnel: z.enum(FUNNEL_PLACES).nullable().describe('Where the point lies in the funnel.'),
    falseShare: z.number().nullable().describe('The share of false flags among all flags as sure as this one (Benjamini and Hochberg).'),
    flag: z.enum(FLAG_LEVELS).nullable().describe('Differs by more than a tenth beyond chance; review: beyond ordinary differences, too.'),
    isPersistent: z.boolean().describe('Flagged on the same side in the period before, too.'),
    rank: z
      .object({
        best: z.number().describe('The best place it can have, 1 being the best for the people served.'),
        worst: z.number().describe('The worst place it can have.'),
      })
      .nullable()
      .describe('The places it can have; one and the same only where no interval overlaps. Null when it takes no part.'),
    verdict: z.enum(VERDICTS).describe('How it stands.'),
    label: labelSchema.describe('The verdict in words.'),
    sentence: labelSchema.describe('One sentence that says it all.'),
    peers: peersSchema.nullable().describe('Points of about its size and mix of work.'),
  })
  .meta({ id: 'PointComparison', description: 'One service point against what the city does with the same work.' });

export const comparisonSchema = z
  .object({
    metric: z.string().describe('Id of the metric.'),
    range: rangeSchema.describe('The range that is compared.'),
    before: rangeSchema.describe('The period in which a flag must have stood, too, to be persistent.'),
    adjust: z.enum(ADJUSTMENTS).describe('What was allowed for; "none" where the cases cannot be told apart.'),
    adjustedFor: z
      .array(z.object({ key: z.enum(STRATUM_KEYS).describe('What makes cases alike.'), label: labelSchema.describe('The same in words.') }))
      .describe('What was allowed for, from the coarsest to the finest.'),
    city: valueSchema.describe('The figure of the whole city, with its bounds where feeds are silent.'),
    scatter: z
      .object({
        points: z.number().describe('How many points were compared.'),
        dayEffect: z.number().describe('How much more days scatter than independent cases; 1 when not at all.'),
        phi: z.number().describe('Scatter over what chance makes.'),
        real: estimatedSchema.nullable().describe('How far points really differ, as a standard deviation.'),
        label: labelSchema.describe('The same in words.'),
      })
      .describe('How far points scatter, and how much of it is chance.'),
    points: z.array(pointComparisonSchema).describe('Sorted by code; never by rank.'),
    notes: z.array(labelSchema).describe('What must be said beside the figures.'),
  })
  .meta({ id: 'Comparison', description: 'Service points, fairly compared.' }) satisfies z.ZodType<Comparison>;
export type ComparisonAnswer = z.infer<typeof comparisonSchema>;

const measureSchema = z
  .object({
    value: z.number().nullable().describe('The figure; null with a reason.'),
    interval: intervalSchema.nullable().describe('Its bounds at the 95 % level.'),
    byChance: intervalSchema.nullable().describe('Where it would lie 95 times of 100 if all points were alike.'),
    reason: labelSchema.nullable().describe('Why there is no figure.'),
    label: labelSchema.describe('The figure in words.'),
  })
  .meta({ id: 'CityMeasure', description: 'One figure about how uneven the city is.' });

const unevennessPeriodSchema = z
  .object({
    range: rangeSchema.describe('The stretch of time.'),
    city: valueSchema.describe('The figure of the whole city.'),
    points: z.number().describe('How many points were compared.'),
    unknown: z.array(z.string()).describe('Points that take no part because their feed was silent.'),
    tooFew: z.array(z.string()).describe('Points that take no part because they had too few cases.'),
    low: z.number().nullable().describe('A tenth of the points lies below.'),
    high: z.number().nullable().describe('A tenth of the points lies above.'),
    measures: z.record(z.enum(UNEVENNESS_MEASURES), measureSchema).describe('Every figure about unevenness.'),
    worstTenth: z.array(z.string()).describe('The tenth of the points that is worst for the people served, by shrunk estimate.'),
  })
  .meta({ id: 'UnevennessPeriod', description: 'How uneven the city was in one stretch of time.' });

export const unevennessSchema = z
  .object({
    metric: z.string().describe('Id of the metric.'),
    adjust: z.enum(ADJUSTMENTS).describe('What was allowed for.'),
    grain: z.enum(GRAINS).describe('How the series is cut.'),
    whole: unevennessPeriodSchema.describe('The whole range.'),
    series: z.array(unevennessPeriodSchema).describe('Period by period.'),
    since: z
      .object({
        day: z.string().describe('The day asked about.'),
        change: measureSchema.describe('Real spread of the last period less that of the period with the day.'),
        verdict: z.enum(CLOSINGS).describe('Whether the gap closes.'),
        label: labelSchema.describe('The same in words.'),
      })
      .nullable()
      .describe('Whether the gap between points has closed since a day; null when nobody asked.'),
    notes: z.array(labelSchema).describe('What must be said beside the figures.'),
  })
  .meta({ id: 'Unevenness', description: 'How uneven the city is.' }) satisfies z.ZodType<Unevenness>;
export type UnevennessAnswer = z.infer<typeof unevennessSchema>;

export const trendSchema = z
  .object({
    metric: z.string().describe('Id of the metric.'),
    point: z.string().nullable().describe('Code of the point; null for the whole city.'),
    grain: z.enum(GRAINS).describe('How the series is cut.'),
    chart: z.enum(TREND_CHARTS).describe('How limits are drawn: p chart, Laney’s p′ chart, XmR chart.'),
    series: z
      .array(
        z.object({
          range: rangeSchema.describe('The period.'),
          value: valueSchema.describe('The figure of the period.'),
          centre: z.number().nullable().describe('The usual level; null where too little is known.'),
          limits: intervalSchema.nullable().describe('Where values lie while nothing changes.'),
          signal: z.enum(TREND_SIGNALS).nullable().describe('Which rule of Making Data Count makes it special.'),
          verdict: z.enum(['better', 'worse', 'higher', 'lower']).nullable().describe('Which way it is special.'),
          label: labelSchema.nullable().describe('The rule in words.'),
          isTrial: z.boolean().describe('True where limits are a first guess.'),
        }),
      )
      .describe('Period by period.'),
    recalculated: z.array(z.string()).describe('Days from which limits are counted anew.'),
    changes: z
      .array(
        z.object({
          day: z.string().describe('When it began.'),
          to: z.string().nullable().describe('First day after it ended; null while it goes on.'),
          kind: z.string().describe('What kind of change it is.'),
          title: labelSchema.describe('What was changed.'),
          isWholeCity: z.boolean().describe('False when it concerns some points only.'),
        }),
      )
      .describe('What was changed in the range and may show.'),
    assurance: z
      .object({
        verdict: z.enum(['passes', 'fails', 'hit_or_miss']).describe('Whether a series that goes on like this meets the standard.'),
        label: labelSchema.describe('The same in words.'),
      })
      .nullable()
      .describe('Null without a standard or with trial limits.'),
    label: labelSchema.describe('What can be said of the end of the series.'),
  })
  .meta({ id: 'Trend', description: 'A control chart.' }) satisfies z.ZodType<Trend>;
export type TrendAnswer = z.infer<typeof trendSchema>;

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write a day as YYYY-MM-DD');
const many = z.union([z.string(), z.array(z.string())]).default([]);

export const comparisonQuerySchema = z.strictObject({
  metric: z.string().max(80).describe('Id of a metric that is a share, a mean, a ratio or a percentile.'),
  from: day.describe('First day, included.'),
  to: day.describe('Last day, excluded.'),
  adjust: z
    .enum(ADJUSTMENTS)
    .default('casemix')
    .describe('"casemix" allows for what people come for, how and at which hour; "casemix_without_hours" leaves the hour out.'),
  where: many.describe('Filters as dimension:value,value. Point, ward and branch choose what is listed; the yardstick stays the city.'),
  asOf: asOfSchema.optional(),
  view: viewSchema.optional(),
});
export type ComparisonQuery = z.infer<typeof comparisonQuerySchema>;

export const unevennessQuerySchema = comparisonQuerySchema.extend({
  grain: z.enum(GRAINS).default('month').describe('How the series is cut.'),
  since: day.optional().describe('Asks whether the gap between points has closed since the period with this day.'),
});
export type UnevennessQuery = z.infer<typeof unevennessQuerySchema>;

export const trendQuerySchema = comparisonQuerySchema.omit({ adjust: true }).extend({
  point: z.string().max(80).optional().describe('Code of a point; the whole city without one.'),
  grain: z.enum(GRAINS).default('week').describe('How the series is cut.'),
  recalculate: many.describe('Days from which limits are counted anew; repeat the parameter for more.'),
});
export type TrendQuery = z.infer<typeof trendQuerySchema>;
