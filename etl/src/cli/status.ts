import { addDays } from '@evenhand/domain';
import { CityClock } from '../city/city-clock';
import { cityNow, feedOverview } from '../feeds';
import type { Command } from './command';
import { printReport } from './report';

const DAYS = 28;

/** `status`: up to which instant each source has told what happened, and of how many days of its points. */
export const status: Command = {
  usage: 'status [--json]',
  does: `says until when each feed has told what happened, and what is known of its points in the last ${DAYS} days`,
  purpose: 'a report of the pipeline',
  options: { json: { type: 'boolean' } },
  async run({ stores, typed, terminal }) {
    const { zone, isSimulated } = stores.city.settings;
    const to = addDays(new CityClock(zone).at(await cityNow(stores.warehouse, { isSimulated, now: new Date() })).day, 1);
    const feeds = await feedOverview(stores.warehouse, { from: addDays(to, -DAYS), to });
    const rows = feeds.map(({ source, entity, latestAt, heardAt, points, complete, thin, missing }) => ({
      ...{ source, entity, 'known until': latestAt ?? '', published: heardAt ?? '' },
      ...{ points: points.length, complete, thin, missing },
    }));
    const headings = ['source', 'entity', 'known until', 'published', 'points', 'complete', 'thin', 'missing'];
    return printReport({ headings, rows, none: 'Nothing has been loaded into this data folder yet.' }, { typed, terminal });
  },
};
