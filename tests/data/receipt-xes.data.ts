import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, figureIn, load } from '../product/commands';
import { freshPlace, logsFolder, truthOf } from './public-logs';
import { storedRows } from './stored-rows';

/** What the log says of itself; a statistic with parts has them by name. */
type Embedded = Readonly<Record<string, string | number | { readonly value: number; readonly children: Readonly<Record<string, number>> }>>;

const ALL = { from: '2010-01-01', to: '2013-01-01' };
/** What the file leaves out counts as what its `<global>` says. */
const UNKNOWN = 'UNKNOWN';

describe('the statistics inside an event log', () => {
  const place = freshPlace('receipt');
  const truth = truthOf<Readonly<Record<'events' | 'cases' | 'n_enddate' | 'open_at_log_end' | 'variants_by_resource', number>>>('receipt');
  const embedded = JSON.parse(readFileSync(join(logsFolder(), 'receipt/embedded-stats.json'), 'utf8')) as Embedded;
  const number = (name: string): number => {
    const found = embedded[`meta_${name}`];
    return typeof found === 'object' ? found.value : Number(found);
  };
  const parts = (name: string): Readonly<Record<string, number>> => {
    const found = embedded[`meta_${name}`];
    return typeof found === 'object' ? found.children : {};
  };

  beforeAll(() => {
    const counts = load(place, 'etl/sources/receipt-xes', join(logsFolder(), 'receipt/receipt.xes.gz'));
    expect(counts).toMatchObject([
      { entity: 'dossier', read: number('general:traces_total'), loaded: number('general:traces_total'), quarantined: 0 },
      { entity: 'dossier_event', read: number('general:events_total'), loaded: number('general:events_total'), quarantined: 0 },
    ]);
  });
  afterAll(() => place.remove());

  it('are those of the table that was made from it', () => {
    expect([number('general:traces_total'), number('general:events_total')]).toEqual([truth.cases, truth.events]);
    const [row] = ask(place, { metrics: ['dossiers_received', 'dossier_steps', 'dossiers_settled', 'dossiers_open'], ...ALL });
    expect(figureIn(row, 'dossiers_received').value).toBe(truth.cases);
    expect(figureIn(row, 'dossier_steps').value).toBe(truth.events);
    expect(figureIn(row, 'dossiers_settled').value).toBe(truth.n_enddate);
    expect(figureIn(row, 'dossiers_open').value).toBe(truth.open_at_log_end);
  });

  it('are ours by activity, group and resource', async () => {
    const [steps = [], units = [], agents = []] = await storedRows<{ part: string; events: number }>(
      place,
      ['step', 'unit', 'agent'].map(
        (column) => `SELECT ${column} AS part, count() AS events FROM dossier_event GROUP BY part ORDER BY events DESC, part`,
      ),
    );
    const byName = (rows: readonly { part: string; events: number }[]): object =>
      Object.fromEntries(rows.map(({ part, events }) => [part === '' ? UNKNOWN : part, events]));
    expect(byName(steps)).toEqual(parts('concept:named_events_total'));
    expect(byName(units)).toEqual(parts('org:group_events_total'));
    // Who did a step stands there under a pseudonym, so the counts are compared without the names; TEST and test are one person.
    const known = new Map<string, number>();
    for (const [name, events] of Object.entries(parts('org:resource_events_total')))
      known.set(name.toLowerCase(), (known.get(name.toLowerCase()) ?? 0) + events);
    expect(agents.map(({ events }) => events)).toEqual([...known.values()].sort((one, other) => other - one));
  });

  it('are ours trace by trace', async () => {
    const [[found] = []] = await storedRows<Record<string, number>>(place, [
      `SELECT min(n) AS events_min, max(n) AS events_max, avg(n) AS events_average, stddevPop(n) AS events_standard_deviation,
        min(names) AS names_min, max(names) AS names_max, avg(names) AS names_average, stddevPop(names) AS names_standard_deviation,
        min(agents) AS resources_min, max(agents) AS resources_max, avg(agents) AS resources_average, stddevPop(agents) AS resources_standard_deviation,
        min(units) AS groups_min, max(units) AS groups_max, avg(units) AS groups_average, stddevPop(units) AS groups_standard_deviation,
        uniqExact(sequence) AS variants
      FROM (
        SELECT count() AS n, uniqExact(step) AS names, uniqExact(agent) AS agents, uniqExact(unit) AS units, groupArray(agent) AS sequence
        FROM (SELECT * FROM dossier_event ORDER BY dossier_code, line) GROUP BY dossier_code)`,
    ]);
    for (const [ours, theirs] of [
      ['events', 'general:events'],
      ['names', 'concept:different_names'],
      ['resources', 'org:different_resources'],
      ['groups', 'org:different_groups'],
    ] as const) {
      expect([ours, found?.[`${ours}_min`], found?.[`${ours}_max`]]).toEqual([ours, number(`${theirs}_min`), number(`${theirs}_max`)]);
      // The log gives these to two or three digits.
      expect(found?.[`${ours}_average`]).toBeCloseTo(number(`${theirs}_average`), 2);
      expect(found?.[`${ours}_standard_deviation`]).toBeCloseTo(number(`${theirs}_standard_deviation`), 2);
    }
    expect(found?.['variants']).toBe(number('general:different_traces'));
  });

  it('are ours in time', async () => {
    const [[found] = []] = await storedRows<Record<string, number>>(place, [
      `SELECT min(s) AS shortest, max(s) AS longest, sum(s) AS total, avg(s) AS average, stddevSamp(s) AS deviation, min(first) AS starts, max(last) AS ends
      FROM (SELECT min(ms) AS first, max(ms) AS last, (last - first) / 1000 AS s FROM (
        SELECT dossier_code, toUnixTimestamp64Milli(happened_at) AS ms FROM dossier_event) GROUP BY dossier_code)`,
    ]);
    expect(found?.['starts']).toBe(Date.parse(String(embedded['meta_time:log_start_time'])));
    expect(found?.['ends']).toBe(Date.parse(String(embedded['meta_time:log_end_time'])));
    expect(((found?.['ends'] ?? 0) - (found?.['starts'] ?? 0)) / 1000).toBeCloseTo(number('time:log_duration'), 3);
    expect([found?.['shortest'], found?.['longest']]).toEqual([number('time:duration_min'), number('time:duration_max')]);
    expect(found?.['total']).toBeCloseTo(number('time:duration_total'), 3);
    expect(found?.['average']).toBeCloseTo(number('time:duration_average'), 3);
    expect(found?.['deviation']).toBeCloseTo(number('time:duration_standard_deviation'), 3);
  });
});
