import { Inject, Injectable } from '@nestjs/common';
import { type FindingsQuery } from '@evenhand/contracts';
import { because, InvalidQuery, timeRange } from '@evenhand/domain';
import { countDeadlineFindings, DEADLINE_LAWS, deadlineFindings, type Stores } from '@evenhand/etl';
import { STORES } from '../connections';

/** Counts and lists what stands out about the clocks of dossiers. */
@Injectable()
export class DeadlineDesk {
  constructor(@Inject(STORES) private readonly stores: Stores) {}

  async findings({ from, to, finding, limit }: FindingsQuery) {
    const range = timeRange(from, to);
    const known = DEADLINE_LAWS.map(({ id }) => id);
    if (finding !== undefined && !known.includes(finding))
      throw new InvalidQuery(
        'finding',
        `There is no finding "${finding}". Known: ${known.join(', ')}.`,
        because('no_finding', { finding }),
      );
    const { questions, city } = this.stores;
    const { zone } = city.settings;
    const counts = await countDeadlineFindings(questions, range, zone);
    return { counts, dossiers: finding === undefined ? [] : await deadlineFindings(questions, { range, zone, finding, limit }) };
  }
}
