import { param, type Sql, sql, trusted } from '@evenhand/warehouse';
import { TICKET_EVENTS, type TicketEvent } from '../contract/entities/ticket-event';

const quoted = (events: readonly TicketEvent[]): string => events.map((event) => `'${event}'`).join(', ');

const CALLS = quoted(['called', 'recalled']);
const SERVING = quoted(['called', 'recalled', 'started']);
/** A ticket that was transferred or put back waits once more. */
const NEW_LEGS = quoted(['transferred', 'returned']);
const ENDS = quoted(['finished', 'no_show', 'abandoned', 'cancelled', 'closed']);

/** One order of the events of a ticket, whatever the order in which they were told. */
const PLACE = `(happened_at, indexOf([${quoted(TICKET_EVENTS)}], toString(event)), event_id)`;

const firstSaid = (column: string): string => `argMinIf(toString(${column}), ${PLACE}, ${column} != '')`;
const lastSaid = (column: string): string => `argMaxIf(toString(${column}), ${PLACE}, ${column} != '')`;
const instantsOf = (events: string): string => `arraySort(groupArrayIf(toUnixTimestamp64Milli(happened_at), event IN (${events})))`;

/** What follows from the events of one ticket; names that are columns of no table. */
const FROM_EVENTS = [
  'ticket_id AS ticket',
  `${firstSaid('point_code')} AS point`,
  `${firstSaid('field_code')} AS field`,
  `${lastSaid('procedure_code')} AS procedure`,
  `${firstSaid('channel')} AS by`,
  `${lastSaid('counter')} AS desk`,
  `${lastSaid('agent')} AS officer`,
  `${lastSaid('priority')} AS order`,
  `${lastSaid('dossier_code')} AS dossier`,
  "minIf(happened_at, event = 'issued') AS issued",
  `minOrNullIf(happened_at, event IN (${CALLS})) AS first_called`,
  `maxOrNullIf(happened_at, event IN (${CALLS})) AS last_called`,
  "minOrNullIf(happened_at, event = 'started') AS started",
  `argMax(toString(event), ${PLACE}) AS last_event`,
  'max(happened_at) AS last_instant',
  `${instantsOf(SERVING)} AS served_at`,
  `${instantsOf(NEW_LEGS)} AS legs_at`,
  "countIf(event = 'transferred') AS transfers",
].join(',\n    ');

/** From the beginning of each later leg to the first call in it; a leg in which nobody has called yet adds nothing. */
const LATER_WAIT = `arraySum(
    (leg, next_leg) -> if(arrayExists(at -> at >= leg AND at < next_leg, served_at), arrayFirst(at -> at >= leg, served_at) - leg, 0),
    legs_at, arraySlice(arrayPushBack(legs_at, toInt64(9223372036854775807)), 2))`;

const OUTCOME = `multiIf(last_event = 'finished', 'served', last_event IN ('no_show', 'abandoned'), last_event, last_event = 'closed', 'closed_by_system',
    last_event != 'cancelled', 'waiting', empty(served_at), 'abandoned', 'void')`;

const COLUMNS = [
  ...['ticket', 'point', 'field', 'procedure', 'by', 'desk', 'officer', 'order', 'dossier'],
  ...['issued', 'first_called', 'last_called', 'started'],
  "if(last_event = 'finished', last_instant, NULL) AS finished",
  `if(last_event IN (${ENDS}), last_instant, NULL) AS ended`,
  `${OUTCOME} AS outcome`,
  'toString(transfers) AS moves',
  `toString(${LATER_WAIT}) AS later_wait`,
  'told_until + toIntervalMillisecond(tellings) AS told',
].join(',\n  ');

/** Which tickets to derive. */
export interface Touched {
  readonly source: string;
  /** Tickets of which a later run than this told an event. */
  readonly afterRun: number;
  /** One of so many parts of them, so that the memory of deriving is bounded. */
  readonly part: number;
  readonly parts: number;
}

const isTouched = ({ source, afterRun, part, parts }: Touched): Sql => sql`
  source = ${param('String', source)} AND cityHash64(ticket_id) % ${trusted(String(parts))} = ${trusted(String(part))} AND ticket_id IN (
    SELECT ticket_id FROM ticket_event_version WHERE source = ${param('String', source)} AND run_id > ${param('UInt64', afterRun)})`;

/**
 * The tickets that follow from all events known of them. A ticket that nobody told the issue of is not known yet. When it
 * was told is later for each telling of an event, so that of two derivations the one that knew more is current.
 */
export const ticketsFromEvents = (touched: Touched): Sql => sql`
  SELECT ${trusted(COLUMNS)} FROM (
    SELECT
    ${trusted(FROM_EVENTS)}
    FROM ticket_event WHERE ${isTouched(touched)} GROUP BY ticket_id HAVING countIf(event = 'issued') > 0
  ) AS derived INNER JOIN (
    SELECT ticket_id AS told_of, count() AS tellings, max(greatest(told_at, happened_at)) AS told_until
    FROM ticket_event_version WHERE ${isTouched(touched)} GROUP BY ticket_id
  ) AS tellings_of ON derived.ticket = tellings_of.told_of`;
