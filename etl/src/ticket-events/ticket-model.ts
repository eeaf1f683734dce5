import type { TicketEvent } from '../contract/entities/ticket-event';
import { TICKET_EVENTS } from '../contract/entities/ticket-event';

/** An event as a source tells it. */
export interface ToldEvent {
  readonly ticket: string;
  readonly id: string;
  readonly event: TicketEvent;
  /** Seconds after the beginning of the day. */
  readonly second: number;
  readonly counter?: string;
}

/** What the tickets table says of a ticket; instants in seconds, waits in milliseconds. */
export interface ModelTicket {
  readonly ticket: string;
  readonly counter: string;
  readonly issued: number;
  readonly firstCalled: number | null;
  readonly lastCalled: number | null;
  readonly started: number | null;
  readonly finished: number | null;
  readonly left: number | null;
  readonly outcome: string;
  readonly transfers: number;
  /** Waits of all legs but the first, in seconds. */
  readonly laterWait: number;
}

/** Since when somebody who was sent on waits again; null when nobody does. */
type State = { -readonly [Key in keyof ModelTicket]: ModelTicket[Key] } & { leg: number | null };

/** Whoever is called waits no longer. */
const served = ({ leg, laterWait }: State, second: number): Pick<State, 'leg' | 'laterWait'> => ({
  leg: null,
  laterWait: laterWait + (leg === null ? 0 : second - leg),
});

/** One event after the other, as a person would tell the story of a ticket. */
function tell(state: State, { event, second, counter }: ToldEvent): State {
  const next: State = { ...state, counter: counter ?? state.counter, outcome: 'waiting', finished: null, left: null };
  const wasCalled = state.firstCalled !== null || state.started !== null;
  switch (event) {
    case 'issued':
      return { ...next, issued: Math.min(state.issued, second) };
    case 'transferred':
      return { ...next, leg: second, transfers: state.transfers + 1 };
    case 'returned':
      return { ...next, leg: second };
    case 'called':
    case 'recalled':
      return { ...next, ...served(state, second), firstCalled: state.firstCalled ?? second, lastCalled: second };
    case 'started':
      return { ...next, ...served(state, second), started: state.started ?? second };
    case 'finished':
      return { ...next, outcome: 'served', finished: second, left: second };
    case 'no_show':
    case 'abandoned':
      return { ...next, outcome: event, left: second };
    case 'cancelled':
      return { ...next, outcome: wasCalled ? 'void' : 'abandoned', left: second };
    case 'closed':
      return { ...next, outcome: 'closed_by_system', left: second };
  }
}

const rank = ({ event }: ToldEvent): number => TICKET_EVENTS.indexOf(event);
const inOrder = (a: ToldEvent, b: ToldEvent): number => a.second - b.second || rank(a) - rank(b) || (a.id < b.id ? -1 : 1);

const ticketOf = (state: State): ModelTicket => {
  const { ticket, counter, issued, firstCalled, lastCalled, started, finished, left, outcome, transfers, laterWait } = state;
  return { ticket, counter, issued, firstCalled, lastCalled, started, finished, left, outcome, transfers, laterWait };
};

/** The tickets that follow from events, written by hand: the law that the engine's derivation is held to. */
export function modelTickets(events: readonly ToldEvent[]): ModelTicket[] {
  const known = new Map(events.map((event) => [`${event.ticket} ${event.id}`, event]));
  const sorted = [...known.values()].sort(inOrder);
  const byTicket = [...new Set(sorted.map(({ ticket }) => ticket))].map(
    (ticket) => [ticket, sorted.filter((one) => one.ticket === ticket)] as const,
  );
  const begin = { counter: '', issued: Infinity, firstCalled: null, lastCalled: null, started: null, finished: null, left: null };
  const moves = { transfers: 0, laterWait: 0, leg: null };
  return byTicket
    .map(([ticket, story]) => story.reduce(tell, { ...begin, ...moves, ticket, outcome: 'waiting' }))
    .map(ticketOf)
    .filter(({ issued }) => issued !== Infinity)
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
}
