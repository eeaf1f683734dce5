import { DIMENSIONS } from '@evenhand/domain';
import { z } from 'zod';

export const labelSchema = z
  .object({ vi: z.string().describe('In Vietnamese.'), en: z.string().describe('In English.') })
  .meta({ id: 'Label', description: 'A text in both languages.' });

export const citySchema = z
  .object({
    name: labelSchema.describe('The name of the city.'),
    zone: z.string().describe('IANA name of the zone in which days are cut.'),
    languages: z.array(z.enum(['vi', 'en'])).describe('First one is the default.'),
    isSimulated: z.boolean().describe('True when the cases are invented; every screen says so.'),
    longWaitMinutes: z.number().describe('A wait longer than this is a long wait.'),
    hasBoundaries: z.boolean().describe('True when the operator gave the boundaries of the units.'),
    firstDay: z.string().nullable().describe('First day with data.'),
    lastDay: z.string().nullable().describe('Last day with data.'),
  })
  .meta({ id: 'City', description: 'The city this installation looks at.' });
export type City = z.infer<typeof citySchema>;

const position = z.array(z.number()).describe('Longitude and latitude, in degrees.');

export const boundariesSchema = z
  .object({
    units: z
      .array(
        z.object({
          code: z.string().describe('Official code of the unit.'),
          name: z.string().describe('Its name, empty when the file says none.'),
          polygons: z.array(z.array(z.array(position))).describe('Polygons of rings of positions; the first ring is the outer one.'),
        }),
      )
      .describe('Units in the order of the file.'),
  })
  .meta({ id: 'Boundaries', description: 'Where the units lie, as the file of the operator draws them.' });
export type Boundaries = z.infer<typeof boundariesSchema>;

const standardSchema = z
  .object({
    comparison: z.enum(['at_most', 'at_least']).describe('On which side of the value the standard is kept.'),
    value: z.number().describe('In the metric’s unit.'),
    label: labelSchema.describe('The standard in words.'),
  })
  .meta({ id: 'Standard', description: 'The value a service standard asks for.' });

export const metricSchema = z
  .object({
    id: z.string().describe('The name to ask for.'),
    label: labelSchema.describe('The name to show.'),
    description: labelSchema.describe('One sentence a citizen understands.'),
    formula: labelSchema.describe('How it is computed, in words.'),
    unit: z
      .enum(['count', 'share', 'minutes', 'seconds', 'days', 'per_officer_day', 'points'])
      .describe('Unit of the values; shares are 0…1.'),
    kind: z
      .enum(['count', 'rate', 'mean', 'quantile', 'ratio', 'survival', 'total', 'shrunk'])
      .describe('How values combine; none of them is averaged.'),
    direction: z.enum(['up', 'down', 'none']).describe('Which way is better for the people served.'),
    standard: standardSchema.nullable().describe('The standard it is held against; null where there is none.'),
    version: z.number().describe('Version of the definition.'),
    versions: z
      .array(
        z.object({
          version: z.number().describe('Number of the version.'),
          from: z.string().nullable().describe('First day it holds for; null from the beginning.'),
          change: labelSchema.describe('What changed.'),
        }),
      )
      .optional()
      .describe('The history of the definition, oldest first.'),
    differsFrom: z
      .array(z.object({ metric: z.string().describe('Id of the other metric.'), why: labelSchema.describe('Why it differs.') }))
      .optional()
      .describe('Figures that are taken for this one.'),
    source: labelSchema.nullable().describe('Where the rule comes from; null for plain counts.'),
    level: z.literal('staff').optional().describe('Tells of single people at work; only whoever leads them may see it.'),
    dimensions: z.array(z.enum(DIMENSIONS)).describe('Dimensions it can be broken down and filtered by.'),
  })
  .meta({ id: 'Metric', description: 'What a reader of the catalogue learns about a metric.' });

const coded = z.object({ code: z.string().describe('The code to filter by.'), label: labelSchema.describe('The name to show.') });

export const catalogSchema = z
  .object({
    metrics: z.array(metricSchema).describe('Every metric that can be asked for.'),
    dimensions: z.array(coded).describe('Every dimension, by the code to ask for.'),
    fields: z.array(coded).describe('Fields of work (lĩnh vực).'),
    procedures: z
      .array(coded.extend({ fieldCode: z.string().describe('The field the procedure belongs to.') }))
      .describe('Administrative procedures (thủ tục hành chính).'),
    channels: z.array(coded).describe('Ways a case comes in.'),
    outcomes: z.array(coded).describe('How a ticket ended.'),
  })
  .meta({ id: 'Catalog', description: 'What can be asked, with labels in both languages.' });
export type Catalog = z.infer<typeof catalogSchema>;

export const pointsSchema = z
  .object({
    branches: z
      .array(z.object({ code: z.string().describe('Code of the branch.'), name: z.string().describe('Its name.') }))
      .describe('Branches, sorted by code.'),
    points: z
      .array(
        z.object({
          code: z.string().describe('Code of the service point.'),
          name: z.string().describe('Its name.'),
          wardCode: z.string().nullable().describe('Official code of the unit it serves.'),
          wardName: z.string().nullable().describe('Name of the unit it serves.'),
          wardType: z.string().nullable().describe('phường, xã or đặc khu.'),
          branchCode: z.string().nullable().describe('Code of the branch that manages it.'),
          column: z.number().nullable().describe('Place on the tile map, from the west.'),
          row: z.number().nullable().describe('Place on the tile map, from the north.'),
          validFrom: z.string().describe('First day of this state of the point.'),
          validTo: z.string().nullable().describe('First day on which this state no longer holds; null while it does.'),
        }),
      )
      .describe('Service points, sorted by code.'),
  })
  .meta({ id: 'Points', description: 'The service points of the city and the branches that manage them.' });
export type Points = z.infer<typeof pointsSchema>;
