import { CRITERION_NUMBERS, GROUNDS_766, GROUPS_766, LEVELS_766 } from '@evenhand/domain';
import { z } from 'zod';
import { labelSchema } from './city';
import { asOfSchema } from './question';
import { answeredPeriodSchema, calendarOf, periodSchema, unitsSchema } from './report';

export const index766QuerySchema = z.strictObject({
  period: periodSchema,
  calendar: calendarOf('calendar'),
  unit: unitsSchema,
  asOf: asOfSchema.optional(),
});
export type Index766Query = z.infer<typeof index766QuerySchema>;

const range = z
  .object({
    low: z.number().describe('If every case that nobody knows misses.'),
    high: z.number().describe('If every case that nobody knows meets; equal to low where everything is known.'),
  })
  .meta({ id: 'PointsRange', description: 'Points, as far as they are known.' });

const besideSchema = z
  .object({
    published: z
      .object({
        score: z.number().describe('As published.'),
        max: z.number().describe('Of so many points.'),
        met: z.number().nullable().describe('Numerator, where it was published.'),
        of: z.number().nullable().describe('Denominator, where it was published.'),
        publishedOn: z.string().describe('When.'),
      })
      .describe('What the national portal publishes for exactly this unit and period.'),
    difference: z
      .object({
        verdict: z.enum(['agrees', 'within', 'higher', 'lower']).describe('How the published score stands to ours; "within" our range.'),
        points: z.number().describe('Published less ours, less the nearer bound of a range.'),
        reasons: z
          .array(
            z.object({
              id: z
                .enum(['rounding', 'unknown', 'given', 'cases'])
                .describe(
                  'The portal rounds; ours depends on what no feed told; so many points depend on no case; the portal counts other cases.',
                ),
              points: z.number().nullable().describe('What it accounts for at most; null where that cannot be said.'),
            }),
          )
          .describe('What may explain it.'),
      })
      .describe('How it differs from ours.'),
  })
  .meta({ id: 'PublishedBeside', description: 'The portal’s own figure beside ours.' });

const countedSchema = z.object({
  met: z.number().describe('Cases that meet it for sure.'),
  of: z.number().describe('All cases, also those of which nobody knows.'),
  unsaid: z.number().optional().describe('Cases of which nobody knows.'),
  factor: range.optional().describe('What the ratio is multiplied by.'),
  isStated: z.boolean().optional().describe('True when somebody stated the figures.'),
});

const indicatorSchema = z
  .object({
    id: z.string().describe('As the working document of index 766 numbers it.'),
    group: z.enum(GROUPS_766).describe('The group it belongs to.'),
    label: labelSchema.describe('Its name.'),
    formula: labelSchema.describe('What it counts, in words.'),
    max: z.number().describe('Most points.'),
    fullAt: z.number().describe('The ratio that brings all of them.'),
    ground: z.enum(GROUNDS_766).describe('Where the points come from.'),
    points: range.describe('Points.'),
    counted: countedSchema.nullable().describe('What they rest on; null where nobody knows.'),
    lost: z
      .array(
        z.object({
          id: z.string().describe('The cause; the cases behind it are listed by it.'),
          label: labelSchema.describe('In words.'),
          cases: z.number().describe('How many cases.'),
          points: z.number().describe('Points lost for sure, shared out by cases.'),
        }),
      )
      .describe('Points lost by cause, the dearest first.'),
    missing: z
      .array(
        z.object({
          id: z.string().describe('What is missing.'),
          label: labelSchema.describe('In words.'),
          cases: z.number().nullable().describe('How many cases; null where nobody knows.'),
        }),
      )
      .describe('What is not known.'),
    doubtful: z.number().describe('Cases that meet the rule and still look wrong, such as a result that is the first paper submitted.'),
    seen: z.number().nullable().describe('What was seen of a numerator whose denominator is not known.'),
    basis: z.string().nullable().describe('The document that states the figures.'),
    beside: besideSchema.nullable().describe('The portal’s own figure.'),
  })
  .meta({ id: 'Indicator766', description: 'One indicator with all that it rests on.' });

const toldSchema = z.record(z.string(), z.string()).describe('The last day of which each kind of record was told; absent where none was.');

export const index766Schema = z
  .object({
    period: answeredPeriodSchema.describe('The period, as it was understood.'),
    asOf: z.string().nullable().describe('The instant as of which it was asked; null for what is known at present.'),
    version: z
      .object({
        version: z.string().describe('Its name.'),
        from: z.string().describe('Periods that begin on this day or later are scored by it.'),
        source: labelSchema.describe('The legal text.'),
      })
      .describe('The definitions in force.'),
    told: toldSchema,
    units: z
      .array(
        z.object({
          unit: z.string().nullable().describe('Code of the ward or commune; null for all points together.'),
          name: z.string().nullable().describe('Its name.'),
          level: z.enum(LEVELS_766).describe('As what it is scored.'),
          total: range.describe('Of 100 points.'),
          band: labelSchema.nullable().describe('The grade; null while what is not known could change it.'),
          given: z.number().describe('Points that depend on no case.'),
          coverage: z.number().nullable().describe('Share of the working days that the feed of dossiers has told.'),
          groups: z
            .array(
              z.object({
                id: z.enum(GROUPS_766).describe('The group.'),
                code: z.string().describe('The portal’s code of it.'),
                label: labelSchema.describe('Its name.'),
                max: z.number().describe('Most points.'),
                points: range.describe('Points.'),
                beside: besideSchema.nullable().describe('The portal’s own figure.'),
              }),
            )
            .describe('The six groups of the portal.'),
          indicators: z.array(indicatorSchema).describe('Every scored indicator.'),
          watched: z
            .array(
              z.object({
                id: z.string().describe('As the working document numbers it.'),
                label: labelSchema.describe('Its name.'),
                formula: labelSchema.describe('What is counted.'),
                value: z.number().nullable().describe('The value; null without a case.'),
                unit: z.enum(['days', 'share']).describe('Its unit.'),
                n: z.number().describe('Cases.'),
              }),
            )
            .describe('What the portal shows without points.'),
          next: z
            .array(
              z.object({
                indicator: z.string().describe('The indicator.'),
                lost: z.number().describe('Points lost for sure.'),
                cases: z.number().describe('Cases that bring them back.'),
                perCase: z.number().describe('Points that one more case brings.'),
                nextPoints: z.number().describe('The next point, or the rest where less is lost.'),
                nextCases: z.number().describe('Cases that bring it.'),
              }),
            )
            .describe('Where the next point is cheapest, the cheapest first.'),
        }),
      )
      .describe('A score per unit.'),
  })
  .meta({ id: 'Index766', description: 'Index 766 per unit and period, with what it rests on.' });
export type Index766Page = z.infer<typeof index766Schema>;

export const index766RowsQuerySchema = index766QuerySchema.extend({
  cause: z.string().max(60).describe('The id of a cause of lost points, or "undecided".'),
  page: z.coerce.number().int().min(1).default(1).describe('Which page, from 1.'),
  size: z.coerce.number().int().min(1).max(500).default(50).describe('How many rows a page holds, at most 500.'),
});
export type Index766RowsQuery = z.infer<typeof index766RowsQuerySchema>;

export const index766RowsSchema = z
  .object({
    entity: z.enum(['dossier', 'petition']).describe('What the rows are.'),
    rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))).describe('The first received first.'),
    total: z.number().describe('How many the cause counts.'),
    page: z.number().describe('Which page this is, from 1.'),
    size: z.number().describe('How many rows a page holds.'),
  })
  .meta({ id: 'Index766Rows', description: 'The cases behind a cause of lost points.' });
export type Index766RowsPage = z.infer<typeof index766RowsSchema>;

export const quarterlyQuerySchema = z.strictObject({
  period: periodSchema.describe('A quarter, such as 2026-Q3.'),
  calendar: calendarOf('report'),
  unit: unitsSchema,
  asOf: asOfSchema.optional(),
});
export type QuarterlyQuery = z.infer<typeof quarterlyQuerySchema>;

const points012 = z.union([z.literal(0), z.literal(1), z.literal(2)]);

export const quarterlySchema = z
  .object({
    period: answeredPeriodSchema.describe('The quarter, as it was understood.'),
    asOf: z.string().nullable().describe('The instant as of which it was asked; null for what is known at present.'),
    source: labelSchema.describe('The legal text.'),
    told: toldSchema,
    units: z
      .array(
        z.object({
          unit: z.string().nullable().describe('Code of the ward or commune; null for all points together.'),
          name: z.string().nullable().describe('Its name.'),
          criteria: z
            .array(
              z.object({
                number: z.literal(CRITERION_NUMBERS).describe('Number of the criterion.'),
                label: labelSchema.describe('The criterion.'),
                state: z
                  .enum(['stated', 'measured', 'open', 'missing'])
                  .describe('Appraised by people; decided by the data; left open by them; or nothing is known.'),
                points: range.describe('Those appraised, else what the data leave possible.'),
                byData: range.describe('What the data alone leave possible.'),
                appraised: points012.nullable().describe('As appraised; null while nobody has.'),
                selfScore: points012.nullable().describe('As the unit scored itself; null while it has not.'),
                basis: z.string().nullable().describe('The document of the appraisal.'),
                isContradicted: z.boolean().describe('True when the data leave the appraised points impossible.'),
                evidence: z
                  .array(
                    z.object({
                      id: z.string().describe('What was counted.'),
                      label: labelSchema.describe('In words.'),
                      value: z.number().describe('The count.'),
                    }),
                  )
                  .describe('What the data say.'),
              }),
            )
            .describe('The nine criteria.'),
          total: range.describe('Of 18 points.'),
          selfTotal: z.number().nullable().describe('As the unit scored itself; null unless every criterion was.'),
          class: labelSchema.nullable().describe('The class; null while what is not known could change it. Exactly 15 is excellent.'),
          levels: z
            .object({
              dissatisfied: z.number().describe('Không hài lòng.'),
              satisfied: z.number().describe('Hài lòng.'),
              very_satisfied: z.number().describe('Rất hài lòng.'),
            })
            .nullable()
            .describe('Ratings of three levels in the quarter; null without any.'),
        }),
      )
      .describe('An evaluation per unit.'),
  })
  .meta({ id: 'QuarterlyEvaluation', description: 'The quarterly evaluation: nine criteria of two points.' });
export type QuarterlyPage = z.infer<typeof quarterlySchema>;
