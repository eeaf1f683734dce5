import { TIMELINE_KINDS } from '@evenhand/domain';
import { z } from 'zod';

const instant = z.string().nullable();

export const dossierCodeSchema = z.string().min(1).max(200).describe('Code of the dossier.');

export const timelineQuerySchema = z.strictObject({
  source: z.string().max(80).optional().describe('The source that tells of it, where several tell of a dossier with this code.'),
});
export type TimelineQuery = z.infer<typeof timelineQuerySchema>;

const stepSchema = z.object({
  id: z.string().describe('Id of the step.'),
  step: z.string().describe('What was done.'),
  unit: z.string().describe('Where.'),
  agent: z.string().describe('Pseudonym of whoever did it.'),
  agentClass: z.string().describe('civil_servant or contract; empty where the source did not say.'),
  status: z.number().describe('Status of the dossier from then on, 1 to 10.'),
  stepDueAt: instant.describe('When the step was due.'),
});

const entrySchema = z.object({
  at: z.string().describe('When, ISO 8601 in UTC.'),
  kind: z.enum(TIMELINE_KINDS).describe('What happened.'),
  step: stepSchema.nullable().describe('The step; null for what is no step.'),
  due: z
    .object({
      before: instant.describe('The due date until then.'),
      after: instant.describe('The due date from then on.'),
      isWhenLearnt: z.boolean().describe('True when the source did not say when: it is the moment at which the change was published here.'),
    })
    .nullable()
    .describe('How the due date was set or moved.'),
  workingMs: z.number().nullable().describe('Working time of the point since the entry before; null where no hours are known.'),
  clockRan: z.boolean().describe('False when the clock of the dossier stood still since the entry before.'),
  usedMs: z.number().nullable().describe('Working time that the clock has run since reception; null where no hours are known.'),
});

export const dossierTimelineSchema = z
  .object({
    dossier: z
      .object({
        code: dossierCodeSchema,
        source: z.string().describe('Where it comes from.'),
        pointCode: z.string().describe('Where it was received.'),
        authorityCode: z.string().describe('Who decides.'),
        procedureCode: z.string().describe('Its procedure.'),
        fieldCode: z.string().describe('Its field of work.'),
        channel: z.string().describe('How it came in.'),
        status: z.number().describe('Its status, 1 to 10.'),
        supplementRequests: z.number().describe('How often more papers were asked for.'),
        receivedOn: z.string().describe('Day of reception.'),
        submittedAt: instant.describe('When it was submitted.'),
        receivedAt: instant.describe('When it was received.'),
        firstDueAt: instant.describe('When it was due by the first promise.'),
        dueAt: instant.describe('When it is due.'),
        apologyAt: instant.describe('When somebody apologised for being late.'),
        finishedAt: instant.describe('When it was finished.'),
        returnedAt: instant.describe('When the result was handed over.'),
      })
      .describe('The dossier as it was last told.'),
    toldUntil: instant.describe('The instant up to which the feeds have told of dossiers.'),
    limit: z
      .object({
        unit: z.string().describe('In what the limit of the procedure is counted.'),
        count: z.number().describe('How many.'),
        endsAt: instant.describe('When it ends if the clock never stops; null where that is not known.'),
        endsWithStopsAt: instant.describe('When it ends with the stops of the clock; null while one lasts.'),
      })
      .nullable()
      .describe('The limit on the day of reception; null where the city has none.'),
    entries: z.array(entrySchema).describe('What happened, in order.'),
  })
  .meta({ id: 'DossierTimeline', description: 'The whole life of a dossier: events, clocks, stops and moved due dates.' });
export type DossierTimelinePage = z.infer<typeof dossierTimelineSchema>;
