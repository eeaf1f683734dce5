import { loadSource } from '../load/load-source';
import { Scratch, TICKET_HEADER, TICKETS } from '../load/scratch-stores';
import type { Stores } from '../stores';
import { countDifferences, countSummaries } from './source-counts';

const scratch = new Scratch();
let stores: Stores;
beforeAll(async () => {
  stores = await scratch.open();
  const queue = scratch.source('queue', { ticket: TICKETS });
  const tickets = scratch.file('tickets.csv', [
    TICKET_HEADER,
    'a,P1,2026-10-05 08:00:00,,served',
    'b,P1,2026-10-05 08:10:00,,served',
    'c,P1,2026-10-05 08:20:00,,vanished',
    'd,P2,2026-10-05 08:00:00,,served',
  ]);
  await loadSource(stores, { source: queue, files: [tickets] });
  const counts = scratch.file('counts.csv', [
    'system,point,day,tickets,dossiers,ratings',
    'queue,P1,2026-10-05,3,,',
    'queue,P2,2026-10-05,1,,',
    'queue,P3,2026-10-05,4,,',
  ]);
  await loadSource(stores, { source: 'etl/sources/source-counts', files: [counts] });
}, 120_000);
afterAll(async () => {
  await stores.close();
  scratch.remove();
});

const OCTOBER = { from: '2026-10-01', to: '2026-11-01', points: 'all' } as const;

describe('what a source counts itself', () => {
  it('is held against the warehouse, day by day and point by point: 1 of 3 agrees, 8 counted, 3 held', async () => {
    expect(await countSummaries(stores.warehouse, OCTOBER)).toEqual([
      { source: 'queue', entity: 'ticket', days: 3, agreeing: 1, counted: 8, held: 3 },
    ]);
  });

  it('shows what is lost and what only waits in quarantine, the largest difference first', async () => {
    expect(await countDifferences(stores.warehouse, OCTOBER, 10)).toEqual([
      { source: 'queue', entity: 'ticket', point: 'P3', day: '2026-10-05', counted: 4, held: 0, quarantined: 0 },
      { source: 'queue', entity: 'ticket', point: 'P1', day: '2026-10-05', counted: 3, held: 2, quarantined: 1 },
    ]);
  });

  it('tells whoever sees one point of that point only, sums included', async () => {
    const own = { ...OCTOBER, points: ['P3'] };
    expect(await countSummaries(stores.warehouse, own)).toMatchObject([{ days: 1, agreeing: 0, counted: 4, held: 0 }]);
    expect((await countDifferences(stores.warehouse, own, 10)).map(({ point }) => point)).toEqual(['P3']);
    expect(await countSummaries(stores.warehouse, { ...OCTOBER, points: [] })).toEqual([]);
  });

  it('says nothing of days outside the range', async () => {
    expect(await countSummaries(stores.warehouse, { ...OCTOBER, from: '2026-11-01', to: '2026-12-01' })).toEqual([]);
  });
});
