import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from '@evenhand/warehouse';
import * as fc from 'fast-check';
import { TICKET_EVENTS } from '../contract/entities/ticket-event';
import { loadSource } from '../load/load-source';
import { Scratch } from '../load/scratch-stores';
import type { Stores } from '../stores';
import { type ModelTicket, modelTickets, type ToldEvent } from './ticket-model';

const DAY = Date.parse('2026-10-05T01:00:00Z');
const instant = (second: number): string => new Date(DAY + second * 1000).toISOString();

/** Few tickets, few seconds: ties, repeats and impossible stories are common. */
const events = fc.uniqueArray(
  fc.record({
    ticket: fc.constantFrom('a', 'b', 'c'),
    id: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8'),
    event: fc.constantFrom(...TICKET_EVENTS),
    second: fc.integer({ min: 0, max: 20 }),
    counter: fc.constantFrom(undefined, 'C1', 'C2'),
  }),
  { selector: ({ ticket, id }) => `${ticket}${id}`, minLength: 1, maxLength: 24 },
) as fc.Arbitrary<ToldEvent[]>;

/** Events in any order, some told twice, cut into batches anywhere. */
const deliveries = events.chain((told) =>
  fc
    .tuple(fc.shuffledSubarray(told, { minLength: told.length }), fc.subarray(told), fc.array(fc.nat({ max: 30 }), { maxLength: 3 }))
    .map(([order, again, cuts]) => {
      const all = [...order, ...again];
      const at = [0, ...new Set(cuts.map((cut) => cut % all.length)), all.length].sort((a, b) => a - b);
      return {
        told,
        batches: at
          .slice(1)
          .map((end, index) => all.slice(at[index], end))
          .filter((batch) => batch.length > 0),
      };
    }),
);

describe('tickets from events', () => {
  const scratch = new Scratch();
  let stores: Stores;
  let number = 0;
  beforeAll(async () => {
    stores = await scratch.open();
  });
  afterAll(async () => {
    await stores.close();
    scratch.remove();
  });

  const EVENT = `SELECT JSONExtractString(record, 'ticket') AS ticket_id, JSONExtractString(record, 'id') AS event_id,
    JSONExtractString(record, 'event') AS event, 'P1' AS point_code, JSONExtractString(record, 'counter') AS counter,
    JSONExtractString(record, 'at') AS happened_at FROM input`;
  const newSource = (): string => scratch.source(`events-${++number}`, { ticket_event: EVENT }, ['read: { format: JSONEachRow }']);
  let files = 0;
  const tell = async (source: string, batch: readonly ToldEvent[]) => {
    const path = join(scratch.path, `batch-${++files}.jsonl`);
    writeFileSync(path, batch.map(({ second, ...event }) => `${JSON.stringify({ ...event, at: instant(second) })}\n`).join(''));
    return loadSource(stores, { source, files: [path] });
  };
  const seconds = (text: string | null): number | null => (text === null ? null : (Date.parse(text) - DAY) / 1000);
  const tickets = async (source: string): Promise<ModelTicket[]> => {
    const rows = await stores.warehouse.rows<Record<string, string | null>>(sql`
      SELECT source, ticket_id, counter, issued_at, first_called_at, last_called_at, started_at, finished_at, left_at, outcome, transfers, later_wait_ms FROM ticket
      ORDER BY ticket_id`);
    return rows
      .filter((row) => source.endsWith(`/${row['source']}`))
      .map((row) => ({
        ticket: row['ticket_id'] ?? '',
        counter: row['counter'] ?? '',
        issued: seconds(row['issued_at'] ?? null) ?? -1,
        firstCalled: seconds(row['first_called_at'] ?? null),
        lastCalled: seconds(row['last_called_at'] ?? null),
        started: seconds(row['started_at'] ?? null),
        finished: seconds(row['finished_at'] ?? null),
        left: seconds(row['left_at'] ?? null),
        outcome: row['outcome'] ?? '',
        transfers: Number(row['transfers']),
        laterWait: Number(row['later_wait_ms']) / 1000,
      }));
  };
  const event = (ticket: string, id: string, [name, second, counter]: readonly [ToldEvent['event'], number, string?]): ToldEvent => ({
    ticket,
    id,
    event: name,
    second,
    ...(counter === undefined ? {} : { counter }),
  });

  it('open and close while the day goes on', async () => {
    const source = newSource();
    const outcomes: (string | undefined)[] = [];
    for (const [index, told] of (
      [
        ['issued', 0],
        ['called', 300, 'C1'],
        ['started', 310],
        ['finished', 900],
      ] as const
    ).entries()) {
      await tell(source, [event('a', String(index), told)]);
      outcomes.push((await tickets(source))[0]?.outcome);
    }
    expect(outcomes).toEqual(['waiting', 'waiting', 'waiting', 'served']);
    expect(await tickets(source)).toEqual([
      {
        ticket: 'a',
        counter: 'C1',
        issued: 0,
        firstCalled: 300,
        lastCalled: 300,
        started: 310,
        finished: 900,
        left: 900,
        outcome: 'served',
        transfers: 0,
        laterWait: 0,
      },
    ]);
  });

  it('are not known before their issue is told, whatever else is', async () => {
    const source = newSource();
    await tell(source, [event('a', '2', ['called', 300, 'C1'])]);
    expect(await tickets(source)).toEqual([]);
    await tell(source, [event('a', '1', ['issued', 0])]);
    expect(await tickets(source)).toMatchObject([{ issued: 0, firstCalled: 300 }]);
  });

  it('reopen when somebody is recalled after a no-show', async () => {
    const source = newSource();
    await tell(source, [event('a', '1', ['issued', 0]), event('a', '2', ['called', 60]), event('a', '3', ['no_show', 120])]);
    expect(await tickets(source)).toMatchObject([{ outcome: 'no_show', left: 120 }]);
    await tell(source, [event('a', '4', ['recalled', 180])]);
    expect(await tickets(source)).toMatchObject([{ outcome: 'waiting', left: null, firstCalled: 60, lastCalled: 180 }]);
  });

  it('that were sent on keep the wait of the first leg, and the waits of the later ones beside it', async () => {
    const source = newSource();
    const story = [
      ['issued', 0],
      ['called', 300],
      ['started', 310],
      ['transferred', 600],
      ['called', 700],
      ['started', 710],
      ['finished', 1000],
    ] as const;
    await tell(
      source,
      story.map((told, index) => event('a', String(index), told)),
    );
    const rows = await stores.warehouse.rows<{ source: string }>(sql`
      SELECT source, wait_ms, later_wait_ms, transfers, service_ms FROM ticket ORDER BY source`);
    // Served from 310 to 600 and, after a wait of 100 seconds, from 700 to 1000.
    expect(rows.filter((row) => source.endsWith(`/${row.source}`))).toMatchObject([
      { wait_ms: 300_000, later_wait_ms: 100_000, transfers: 1, service_ms: 590_000 },
    ]);
  });

  it('that were cancelled count as abandoned when nobody had called them, else as void', async () => {
    const source = newSource();
    const cancelled = ['cancelled', 90] as const;
    await tell(source, [event('a', '1', ['issued', 0]), event('a', '2', cancelled)]);
    await tell(source, [event('b', '1', ['issued', 0]), event('b', '2', ['called', 60]), event('b', '3', cancelled)]);
    expect((await tickets(source)).map(({ outcome }) => outcome)).toEqual(['abandoned', 'void']);
  });

  it('are the same whatever the order, the repeats and the batches of their events, and equal to a model made by hand', async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, async ({ told, batches }) => {
        const source = newSource();
        for (const batch of batches) await tell(source, batch);
        expect(await tickets(source)).toEqual(modelTickets(told));
      }),
      { numRuns: 12 },
    );
  }, 240_000);

  it('are derived by the next load when a process died between events and tickets', async () => {
    const source = newSource();
    await tell(source, [event('a', '1', ['issued', 0])]);
    const name = source.split('/').at(-1) ?? '';
    // As if it had died before it noted how far it had derived, with the tickets of its last run not published.
    await stores.records.query(`UPDATE source_watermark SET value = '0' WHERE source = '${name}' AND part = 'tickets'`);
    const run = await tell(source, [event('b', '1', ['issued', 5])]);
    expect(run.counts).toEqual([expect.objectContaining({ entity: 'ticket_event', read: 1, loaded: 1 })]);
    expect((await tickets(source)).map(({ ticket }) => ticket)).toEqual(['a', 'b']);
  });
});
