import { sql } from '@evenhand/warehouse';
import type { Command } from './command';
import { printReport } from './report';

/** `status`: up to which instant each source has told what happened. */
export const status: Command = {
  usage: 'status [--json]',
  does: 'says until when each source has told what happened',
  purpose: 'a report of the pipeline',
  options: { json: { type: 'boolean' } },
  async run({ stores, typed, terminal }) {
    const rows = await stores.warehouse.rows<Record<string, string>>(sql`
      SELECT toString(source) AS source, toString(entity) AS entity, latest_at AS \`known until\`, published_at AS published
      FROM known_until FINAL ORDER BY source, entity`);
    const none = 'Nothing has been loaded into this data folder yet.';
    return printReport({ headings: ['source', 'entity', 'known until', 'published'], rows, none }, { typed, terminal });
  },
};
