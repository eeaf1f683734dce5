import { z } from 'zod';

const STATES = ['known', 'unknown', 'closed'] as const;

/** Of a point or of the city; everything is null where nothing is known. */
const line = {
  waiting: z.number().nullable().describe('People in line; null where it is unknown.'),
  overNow: z.number().nullable().describe('People who have waited longer than the limit already.'),
  expectedOver: z
    .number()
    .nullable()
    .describe(
      'People expected to have waited longer than the limit when they are called, those over it included; null where it is unknown.',
    ),
  share: z.number().nullable().describe('expectedOver of those in line, 0…1; null where nobody waits or it is unknown.'),
  longestMinutes: z.number().nullable().describe('The longest wait in line; null where nobody waits or it is unknown.'),
  asOf: z.string().nullable().describe('Up to when the feeds have told, in UTC; null where nobody told of the day.'),
  ageMinutes: z.number().nullable().describe('How old that is; null where nobody told of the day.'),
};

const livePointSchema = z.object({
  point: z.string().describe('Code of the service point.'),
  state: z
    .enum(STATES)
    .describe('known; unknown, because its feed is silent, late or of too few tickets; closed, because it is and nobody came today.'),
  ...line,
  counters: z.number().nullable().describe('Counters at work in the last half-hour; null where it is unknown.'),
  serviceMinutes: z.number().nullable().describe('Minutes that one service takes at present; null where no service is known.'),
});

export const liveSchema = z
  .object({
    now: z.string().describe('The moment of the answer, in UTC. Time stands still in a simulated city.'),
    limitMinutes: z.number().describe('The city’s limit for a wait.'),
    staleAfterMinutes: z.number().describe('Older than this, what a feed told says nothing of the moment.'),
    city: z
      .object({ ...line, unknownPoints: z.number().describe('Points of which nothing is known; they are in no sum.') })
      .describe('All known points added up.'),
    points: z.array(livePointSchema).describe('The points that may be seen, by code.'),
  })
  .meta({ id: 'Live', description: 'People in line at the moment, and how many will have waited too long.' });
export type Live = z.infer<typeof liveSchema>;
export type LivePoint = z.infer<typeof livePointSchema>;
