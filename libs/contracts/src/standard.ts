import { CERTAINTIES, isDay, THRESHOLD_UNITS, VERDICT_GRAINS, VERDICT_REASONS, VERDICT_STATES, VERDICT_UNITS } from '@evenhand/domain';
import { z } from 'zod';
import { asOfSchema } from './question';
import { labelSchema } from './city';

const day = z.string().refine(isDay, 'must be a day written YYYY-MM-DD').meta({ format: 'date' });
const limits = z.record(z.string().max(40), z.number());
const state = z.enum(VERDICT_STATES);
const count = z.number().nullable();
const interval = z
  .object({ low: z.number().describe('Lower bound, in the unit of the value.'), high: z.number().describe('Upper bound.') })
  .nullable();
const range = { from: day.describe('First day.'), to: day.describe('First day that is not part of it any more.') };
const listOrAll = z.union([z.literal('all'), z.array(z.string())]);

export const standardIdSchema = z.string().max(80).describe('Id of the standard.');

const citationSchema = z.object({
  instrument: labelSchema.describe('The text.'),
  article: labelSchema.nullable().describe('Its article; null where it is not known.'),
  from: z.string().describe('First day in force.'),
  to: z.string().nullable().describe('Day from which another text replaces it; null while none does.'),
  certainty: z.enum(CERTAINTIES).describe('Read in a public source, commonly stated, or a level that this product proposes.'),
  limits: limits.optional().describe('Numbers that this text sets otherwise.'),
});

const editSchema = z.object({
  id: z.number().describe('Number of the change.'),
  reason: z.string().describe('Why.'),
  madeBy: z.string().describe('Who.'),
  madeAt: z.string().describe('When, ISO 8601 in UTC.'),
});

const versionSchema = z.object({
  from: z.string().describe('First day that is judged by it.'),
  to: z.string().nullable().describe('Day from which it holds no more; null while it does.'),
  limits: limits.describe('The numbers of the rule.'),
  citation: citationSchema.nullable().describe('The text in force when it began.'),
  edit: editSchema.nullable().describe('The change that set it; null where the text did.'),
});

const thresholdSchema = z.object({
  id: z.string().describe('Name of the number.'),
  label: labelSchema.describe('What it is.'),
  unit: z.enum(THRESHOLD_UNITS).describe('In what it is counted; shares are 0…1.'),
  value: z.number().describe('What it is unless somebody set it.'),
  least: z.number().describe('The least that may be set.'),
  most: z.number().describe('The most that may be set.'),
});

export const serviceStandardSchema = z
  .object({
    id: standardIdSchema,
    label: labelSchema.describe('The name to show.'),
    promise: labelSchema.describe('What is promised, in one sentence.'),
    clock: labelSchema.describe('From when to when, and which cases fall into a period.'),
    citations: z.array(citationSchema).describe('The texts it rests on, the earliest first.'),
    thresholds: z.array(thresholdSchema).describe('The numbers that may be set anew.'),
    scope: z
      .object({
        points: listOrAll.describe('Points it is about.'),
        channels: listOrAll.describe('Channels it is about.'),
        fields: listOrAll.describe('Fields of work it is about.'),
      })
      .describe('Which cases it is about.'),
    isAdopted: z.boolean().describe('False for a rule of another city, in force here from the day that the operator sets.'),
    data: z.enum(['present', 'missing']).describe('Whether the product has data to judge it by.'),
    needs: labelSchema.nullable().describe('What would be needed to judge it.'),
    judgedBy: z.enum(['every_case', 'level']).nullable().describe('Every single case must keep it, or a metric is held against a level.'),
    metric: z.string().nullable().describe('The metric that is held against the level.'),
    comparison: z.enum(['at_most', 'at_least']).nullable().describe('On which side of the level the metric must lie.'),
    hasCases: z.boolean().describe('True when single cases can break it, so that they can be listed.'),
    minimumCases: z.number().describe('Fewer cases say nothing about a level.'),
    versions: z.array(versionSchema).describe('What stood when; earlier days keep their version.'),
    limits: limits.nullable().describe('The numbers in force today; null where none are.'),
  })
  .meta({ id: 'ServiceStandard', description: 'A rule by which the city is judged.' });
export type ServiceStandard = z.infer<typeof serviceStandardSchema>;

export const standardsSchema = z
  .object({ standards: z.array(serviceStandardSchema).describe('Every standard; those without data come last.') })
  .meta({ id: 'ServiceStandards', description: 'The rules by which the city is judged.' });

const cell = z.union([z.string(), z.number(), z.null()]);
const exampleSchema = z
  .object({
    title: labelSchema.describe('What it shows.'),
    range: z.object(range).describe('The period that is judged.'),
    toldUntil: z.string().optional().describe('The day up to which all feeds have told; the last day unless given.'),
    limits: limits.optional().describe('Numbers other than the rule’s own.'),
    given: z.record(z.string(), z.array(z.record(z.string(), cell))).describe('Rows of facts, by table.'),
    expected: z
      .object({
        state: z.string().describe('The verdict.'),
        n: z.number().describe('Cases.'),
        breaches: count.describe('Cases that break the rule.'),
      })
      .describe('What the rule must make of them.'),
    found: z
      .object({
        state: z.string().describe('The verdict.'),
        n: count.describe('Cases.'),
        breaches: count.describe('Cases that break the rule.'),
      })
      .describe('What the engine makes of them.'),
    isGreen: z.boolean().describe('True when both are the same.'),
  })
  .meta({ id: 'StandardExample', description: 'A worked example of a standard, judged by the engine that judges the city.' });

export const standardPageSchema = serviceStandardSchema
  .extend({ examples: z.array(exampleSchema).describe('Worked examples with their outcome.') })
  .meta({ id: 'StandardPage', description: 'All about one standard.' });
export type StandardPage = z.infer<typeof standardPageSchema>;

const judgedAsOf = asOfSchema
  .optional()
  .describe(
    'Judge by what had been published by then and by the numbers that had been set: an instant with its zone, or a day of the city.',
  );

export const verdictsQuerySchema = z.strictObject({
  ...range,
  by: z.enum(VERDICT_UNITS).default('point').describe('Each point for itself, or the whole city.'),
  grain: z.enum(VERDICT_GRAINS).default('month').describe('How the range is cut; "whole" leaves it in one piece.'),
  asOf: judgedAsOf,
});
export type VerdictsQuery = z.infer<typeof verdictsQuerySchema>;

const judgement = {
  state: state.describe('Passed, failed, too close to call, unknown or nothing to judge.'),
  reason: z.enum(VERDICT_REASONS).nullable().describe('Why it is neither passed nor failed.'),
  value: z
    .number()
    .nullable()
    .describe('The share that kept the rule (every_case, at_least) or broke it (at_most), or the value of the metric.'),
  interval: interval.describe('Bounds at the 95 % level; null for a rule that every case must keep.'),
  bounds: interval.describe('What the value could be had the silent days told; null where nothing is missing.'),
  n: count.describe('Cases that were judged; null where they are suppressed.'),
  breaches: count.describe('Cases that broke the rule; null where cases cannot be told apart.'),
};

const pieceSchema = z.object({
  ...range,
  ruleFrom: z.string().describe('First day of the version that judged it.'),
  limits: limits.describe('Its numbers.'),
  ...judgement,
});

const verdictSchema = z
  .object({
    point: z.string().nullable().describe('Code of the point; null for the whole city.'),
    ...range,
    ...judgement,
    coverage: z.number().nullable().describe('Share of the expected days that were told; null where nothing was expected.'),
    asOf: z.string().nullable().describe('The instant up to which it is known, ISO 8601 in UTC.'),
    readFrom: z.enum(['rollup', 'raw']).describe('Where the figures were read.'),
    pieces: z.array(pieceSchema).describe('One for each version that was in force in the period.'),
  })
  .meta({ id: 'Verdict', description: 'What a standard comes to at a point in a period.' });

export const verdictsSchema = z
  .object({
    standard: standardIdSchema,
    ...range,
    by: z.enum(VERDICT_UNITS).describe('Whose cases are judged together.'),
    grain: z.enum(VERDICT_GRAINS).describe('How the range is cut.'),
    verdicts: z.array(verdictSchema).describe('By point, then by time.'),
  })
  .meta({ id: 'Verdicts', description: 'What a standard comes to, by point and period.' });
export type Verdicts = z.infer<typeof verdictsSchema>;

export const pointCodeSchema = z.string().max(80).describe('Code of the service point.');

export const pointStandardsQuerySchema = z.strictObject({ ...range, asOf: judgedAsOf });
export type PointStandardsQuery = z.infer<typeof pointStandardsQuerySchema>;

export const pointStandardsSchema = z
  .object({
    point: z.string().describe('Code of the point.'),
    ...range,
    verdicts: z
      .array(
        verdictSchema
          .extend({ standard: standardIdSchema })
          .meta({ id: 'VerdictOfRule', description: 'A verdict, and the rule that it is about.' }),
      )
      .describe('One for each standard.'),
  })
  .meta({ id: 'PointStandards', description: 'What every standard comes to at one point.' });
export type PointStandards = z.infer<typeof pointStandardsSchema>;

export const breachesQuerySchema = z.strictObject({
  ...range,
  point: z.string().max(80).optional().describe('Only this point.'),
  page: z.coerce.number().int().min(1).default(1).describe('Which page, from 1.'),
  size: z.coerce.number().int().min(1).max(500).default(50).describe('How many rows a page holds.'),
  asOf: judgedAsOf,
});
export type BreachesQuery = z.infer<typeof breachesQuerySchema>;

export const breachesSchema = z
  .object({
    standard: standardIdSchema,
    columns: z
      .array(
        z.object({
          id: z.string().describe('Name of the column, the key in each row.'),
          type: z.enum(['text', 'instant', 'day', 'number', 'duration_ms']).describe('How to read the values of the column.'),
        }),
      )
      .describe('The columns in reading order; rule_from is the first day of the version that was broken.'),
    rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))).describe('The cases of this page.'),
    total: z.number().describe('Equals the breaches of the verdicts.'),
    page: z.number().describe('Which page this is, from 1.'),
    size: z.number().describe('How many rows a page holds.'),
  })
  .meta({ id: 'BreachesPage', description: 'Some of the cases that broke a standard.' });
export type BreachesPage = z.infer<typeof breachesSchema>;

const many = z.union([z.string().max(80), z.array(z.string().max(80)).max(20)]).default([]);

export const previewQuerySchema = z.strictObject({
  ...range,
  effectiveFrom: day.describe('First day that would be judged by the new numbers.'),
  limits: many.describe('The numbers that would change, as name:value; repeat the parameter for more.'),
  isRetroactive: z.stringbool().default(false).describe('True when the day may lie in the past.'),
});
export type PreviewQuery = z.infer<typeof previewQuerySchema>;

const previewedSchema = z.object(judgement);
const movedSchema = z.object({
  point: z.string().nullable().describe('Code of the point; null for the whole city.'),
  before: previewedSchema.describe('By the numbers in force.'),
  after: previewedSchema.describe('By the change.'),
  throughout: previewedSchema.describe('Had the numbers of the change held all the time.'),
});

export const standardPreviewSchema = z
  .object({
    standard: standardIdSchema,
    ...range,
    effectiveFrom: day.describe('First day that would be judged by the new numbers.'),
    limits: limits.describe('All numbers of the rule from that day on.'),
    city: movedSchema.nullable().describe('What becomes of the verdict of the whole city; null for who sees none of it.'),
    points: z.number().describe('Points that were judged.'),
    moved: z.array(movedSchema).describe('Points whose verdict is another by the change, or had its numbers held all the time.'),
  })
  .meta({ id: 'StandardPreview', description: 'What a change of a standard would do to the verdicts of a period.' });
export type StandardPreview = z.infer<typeof standardPreviewSchema>;

export const volumeQuerySchema = z.strictObject({
  ...range,
  limits: many.describe('The numbers that would change, as name:value; repeat the parameter for more.'),
});
export type VolumeQuery = z.infer<typeof volumeQuerySchema>;

const ruleVolumeSchema = z.object({
  limits: limits.describe('The numbers that are taken to hold all the time.'),
  cases: count.describe('Cases that are judged; null where they are suppressed or nothing is known.'),
  breaches: count.describe('Cases that break the rule; null where no single case can.'),
  points: z.number().describe('Points that pass, fail or are too close to call.'),
  failing: z.number().describe('Those of them that fail.'),
});

export const standardVolumeSchema = z
  .object({
    standard: standardIdSchema,
    ...range,
    entity: z.string().nullable().describe('What the cases are: ticket, dossier …; null where no single case breaks the rule.'),
    inForce: ruleVolumeSchema.nullable().describe('By the numbers of today; null where none are in force.'),
    proposed: ruleVolumeSchema.nullable().describe('By the numbers that would change; null where none is named.'),
  })
  .meta({ id: 'StandardVolume', description: 'How much a standard finds in a range by its numbers, and by others.' });
export type StandardVolume = z.infer<typeof standardVolumeSchema>;

export const setStandardSchema = z
  .strictObject({
    effectiveFrom: day.describe('First day that is judged by the new numbers; earlier days keep theirs.'),
    limits: limits.default({}).describe('The numbers that change, by their name.'),
    reason: z.string().trim().min(1).max(1000).normalize('NFC').describe('Why; kept with the change.'),
    isRetroactive: z
      .boolean()
      .default(false)
      .describe('True when the day may lie in the past, so that verdicts given since then may become others.'),
  })
  .meta({ id: 'SetStandard', description: 'New numbers of a standard from a day on.' });
export type SetStandard = z.infer<typeof setStandardSchema>;
