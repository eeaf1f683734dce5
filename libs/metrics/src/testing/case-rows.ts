import { dayIn, halfHourIn } from './city';

type Instant = string | null;

const between = (from: Instant, to: Instant): number | null => (from === null || to === null ? null : Date.parse(to) - Date.parse(from));

let lines = 0;
const origin = () => ({ file: 'cases.csv', line: ++lines });

export interface TicketCase {
  readonly point: string;
  readonly issued: string;
  readonly called?: Instant;
  readonly calledLast?: Instant;
  readonly started?: Instant;
  readonly finished?: Instant;
  readonly left?: Instant;
  readonly outcome: 'served' | 'no_show' | 'abandoned' | 'waiting' | 'closed_by_system' | 'void';
  readonly field?: string;
  readonly channel?: string;
  readonly counter?: string;
  readonly agent?: string;
  readonly source?: string;
  readonly contact?: string;
  readonly transfers?: number;
  readonly laterWaitMs?: number;
}

/** A row of `ticket`, its derived columns worked out as a load does. */
export function ticketRow({ point, issued, called = null, started = null, finished = null, left = null, ...rest }: TicketCase): object {
  const place = origin();
  return {
    ...place,
    source: rest.source ?? 'queue',
    ticket_id: `T${place.line}`,
    point_code: point,
    field_code: rest.field ?? '',
    procedure_code: '',
    channel: rest.channel ?? '',
    counter: rest.counter ?? '',
    agent: rest.agent ?? '',
    issued_at: issued,
    first_called_at: called,
    last_called_at: rest.calledLast ?? called,
    started_at: started,
    finished_at: finished,
    left_at: left,
    outcome: rest.outcome,
    issued_on: dayIn(issued),
    half_hour: halfHourIn(issued),
    wait_ms: between(issued, called ?? started),
    waited_until_left_ms: called === null && started === null ? between(issued, left) : null,
    service_ms: between(started, finished),
    contact: rest.contact ?? '',
    transfers: rest.transfers ?? 0,
    later_wait_ms: rest.laterWaitMs ?? 0,
  };
}

export interface DossierCase {
  readonly point: string;
  readonly received: string;
  readonly due?: Instant;
  readonly finished?: Instant;
  readonly status?: number;
  readonly field?: string;
  readonly channel?: string;
  readonly source?: string;
  /** `due` unless given. */
  readonly firstDue?: Instant;
  readonly apology?: Instant;
  readonly authority?: string;
  readonly supplements?: number;
  readonly pausedMs?: number;
}

/** A row of `dossier`, its derived columns worked out as a load does. */
export function dossierRow({ point, received, due = null, finished = null, ...rest }: DossierCase): object {
  const place = origin();
  return {
    ...place,
    source: rest.source ?? 'national',
    dossier_code: `H${place.line}`,
    point_code: point,
    field_code: rest.field ?? '',
    channel: rest.channel ?? '',
    received_at: received,
    authority_code: rest.authority ?? '',
    supplement_requests: rest.supplements ?? 0,
    paused_ms: rest.pausedMs ?? 0,
    apology_at: rest.apology ?? null,
    first_due_at: rest.firstDue ?? due,
    due_at: due,
    finished_at: finished,
    status: rest.status ?? (finished === null ? 4 : 9),
    received_on: dayIn(received),
    first_due_on: dayIn(rest.firstDue ?? due),
    due_on: dayIn(due),
    finished_on: dayIn(finished),
  };
}

export const eventRow = (point: string, happened: string, agent = ''): object => {
  const place = origin();
  return {
    ...place,
    source: 'national',
    dossier_code: 'H',
    step_id: `S${place.line}`,
    point_code: point,
    agent,
    happened_at: happened,
    happened_on: dayIn(happened),
  };
};

export const ratingRow = (point: string, rated: string, level: number, scale: number, field = ''): object => {
  const place = origin();
  return {
    ...place,
    source: 'kiosk',
    rating_id: `R${place.line}`,
    point_code: point,
    field_code: field,
    rated_at: rated,
    level,
    scale,
    rated_on: dayIn(rated),
  };
};

export interface ShiftCase {
  readonly point: string;
  readonly staff: string;
  readonly counter?: string;
  readonly started: string;
  readonly ended: string;
  readonly pausedMs?: number;
}

/** A row of `shift`. */
export const shiftRow = ({ point, staff, counter = '', started, ended, pausedMs = 0 }: ShiftCase): object => ({
  ...origin(),
  source: 'roster',
  staff,
  point_code: point,
  counter,
  started_at: started,
  ended_at: ended,
  paused_ms: pausedMs,
  worked_on: dayIn(started),
  staffed_ms: (between(started, ended) ?? 0) - pausedMs,
});

/** A row of `service_point`; valid for ever unless days are given. */
export const pointRow = (point: string, ward: string, branch: string, from = '2020-01-01', to = '2100-01-01'): object => ({
  point_code: point,
  ward_code: ward,
  branch_code: branch,
  valid_from: from,
  valid_to: to,
});

/** A row of `known_until`. */
export const knownRow = (entity: string, source: string, latest: string): object => ({
  entity,
  source,
  run_id: 1,
  latest_at: latest,
  published_at: latest,
});
