import type { Warehouse } from '@evenhand/warehouse';

interface Ticket {
  readonly id: string;
  readonly point: string;
  readonly outcome: 'served' | 'abandoned';
  /** `null` when nobody was called. */
  readonly waitMinutes: number | null;
}

/** At P1 three were served, one of them after more than 20 minutes, and one left; at P2 one was served after half an hour. */
const TICKETS: readonly Ticket[] = [
  { id: 'A1', point: 'P1', outcome: 'served', waitMinutes: 5 },
  { id: 'A2', point: 'P1', outcome: 'served', waitMinutes: 10 },
  { id: 'A3', point: 'P1', outcome: 'served', waitMinutes: 25 },
  { id: 'A4', point: 'P1', outcome: 'abandoned', waitMinutes: null },
  { id: 'B1', point: 'P2', outcome: 'served', waitMinutes: 30 },
];

const MINUTE = 60_000;
/** Monday, 08:00 in Hanoi. */
const ISSUED = Date.parse('2026-10-05T01:00:00Z');
const SERVICE = 4 * MINUTE;

function ticketRow({ id, point, outcome, waitMinutes }: Ticket, line: number): object {
  const issued = ISSUED + line * MINUTE;
  const called = waitMinutes === null ? null : issued + waitMinutes * MINUTE;
  const at = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());
  return {
    source: 'queue',
    ticket_id: id,
    point_code: point,
    field_code: 'land',
    channel: 'direct',
    counter: '1',
    agent: 'agent-1',
    issued_at: at(issued),
    first_called_at: at(called),
    last_called_at: at(called),
    started_at: at(called),
    finished_at: at(called === null ? null : called + SERVICE),
    left_at: outcome === 'abandoned' ? at(issued + 7 * MINUTE) : null,
    outcome,
    issued_on: '2026-10-05',
    half_hour: 16,
    waited_until_left_ms: outcome === 'abandoned' ? 7 * MINUTE : null,
    wait_ms: waitMinutes === null ? null : waitMinutes * MINUTE,
    service_ms: called === null ? null : SERVICE,
    run_id: 1,
    file: 'tickets.csv',
    line,
    key_hash: line,
    row_hash: line,
  };
}

/** Writes the tickets, and that their feed is known up to that evening. */
export async function insertTickets(warehouse: Warehouse): Promise<void> {
  await warehouse.insert('ticket', TICKETS.map(ticketRow));
  await warehouse.insert('known_until', [
    { entity: 'ticket', source: 'queue', run_id: 1, latest_at: '2026-10-05T10:00:00Z', published_at: '2026-10-05T11:00:00Z' },
  ]);
}
