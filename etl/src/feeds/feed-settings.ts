import { z } from 'zod';
import { ENTITIES } from '../contract/entity-contract';

/**
 * A feed that lost 30 % must be found although its usual volume is known only to a few percent, so a day counts as low
 * from 75 % downwards unless its source says otherwise.
 */
const LOW = 0.75;

/** What `feed:` in a source.yml promises. */
export const feedSettingsSchema = z
  .strictObject({
    every_hours: z.number().positive().describe('After how many hours of open days a day must have been told.'),
    entities: z.array(z.enum(ENTITIES)).min(1).describe('Which entities arrive day by day.'),
    thin_below: z.number().gt(0).lt(1).default(LOW).describe('A day is low when at most this share of its usual count arrived.'),
    points: z
      .union([z.literal('every'), z.array(z.string().min(1)).min(1)])
      .optional()
      .describe('Codes of the points that send, or every registered one; absent means those that have sent before.'),
    per_point: z.boolean().default(false).describe('True when each point sends for itself, so that one may be later than another.'),
  })
  .describe('How often something must arrive, and from whom.');
export type FeedSettings = z.infer<typeof feedSettingsSchema>;
