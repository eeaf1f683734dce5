import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day such as 2026-10-05');

export const reconciliationQuerySchema = z.strictObject({
  from: day.optional().describe('First day, included; 28 days before the end unless given.'),
  to: day.optional().describe('Last day, excluded; tomorrow unless given.'),
  limit: z.coerce.number().int().min(1).max(10_000).default(200).describe('At most so many rows of each list.'),
});
export type ReconciliationQuery = z.infer<typeof reconciliationQuerySchema>;

export const reconciliationSchema = z
  .object({
    from: z.string().describe('First day compared.'),
    to: z.string().describe('First day that is not compared any more.'),
    counts: z
      .array(
        z.object({
          source: z.string().describe('The source that was counted.'),
          entity: z.string().describe('The kind of record.'),
          days: z.number().describe('Days of points that the source counted.'),
          agreeing: z.number().describe('Of these, how many agree.'),
          counted: z.number().describe('What the source says it holds.'),
          held: z.number().describe('What of it stands in the warehouse.'),
        }),
      )
      .describe('What the sources count themselves, against the warehouse.'),
    days: z
      .array(
        z.object({
          source: z.string().describe('The source that was counted.'),
          entity: z.string().describe('The kind of record.'),
          point: z.string().describe('Code of the service point.'),
          day: z.string().describe('The day.'),
          counted: z.number().describe('What the source says it holds.'),
          held: z.number().describe('What of it stands in the warehouse.'),
          quarantined: z.number().describe('What of it waits in quarantine.'),
        }),
      )
      .describe('The days of points that differ, the largest difference first.'),
    national: z
      .object({
        here: z.number().describe('Dossiers that the city holds.'),
        there: z.number().describe('Dossiers that the national portal holds.'),
        same: z.number().describe('Held by both, in the same state.'),
        missingThere: z.number().describe('The portal does not hold them although it had a day to.'),
        missingHere: z.number().describe('The city does not hold them.'),
        masked: z.number().describe('They wait here (5, 6, 8) and count as settled there (9).'),
        statusDiffers: z.number().describe('Open, waiting, settled or refused here, and something else there.'),
      })
      .nullable()
      .describe('The city against the national copy; null while no copy has been loaded.'),
    dossiers: z
      .array(
        z.object({
          kind: z.enum(['missing_there', 'missing_here', 'masked', 'status_differs']).describe('How they differ.'),
          dossier: z.string().describe('Code of the dossier.'),
          point: z.string().describe('Code of the point that received it.'),
          receivedOn: z.string().describe('The day of reception.'),
          here: z.number().nullable().describe('Its status in the city, 1 to 10; null where it is not held.'),
          there: z.number().nullable().describe('Its status on the portal; null where it is not held.'),
        }),
      )
      .describe('The dossiers behind these counts.'),
  })
  .meta({ id: 'Reconciliation', description: 'What sources and the national portal hold, against the warehouse.' });
export type Reconciliation = z.infer<typeof reconciliationSchema>;
