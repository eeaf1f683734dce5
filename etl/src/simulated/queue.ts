import type { Agent } from './staff';

/** One person who took a number. Instants are seconds of the day; -1 is never. */
export interface Visit {
  readonly issued: number;
  /** Index of the field of work. */
  readonly field: number;
  readonly service: number;
  /** How long the person waits before walking away. */
  readonly patience: number;
  readonly isPriority: boolean;
  /** The number will be called and nobody will come. */
  readonly isAbsent: boolean;
  firstCalled: number;
  lastCalled: number;
  started: number;
  finished: number;
  left: number;
  /** Where the number was called. */
  desk: Desk | undefined;
  outcome: 'served' | 'no_show' | 'abandoned' | 'closed_by_system';
}

/** One counter of one stretch of opening hours. */
export interface Desk {
  readonly counter: string;
  /** Who sits there. */
  readonly agent: Agent;
  readonly from: number;
  readonly to: number;
  /** Up to which second somebody waiting is still called; past `to` it is overtime. */
  readonly lastCall: number;
  free: number;
  busy: number;
  /** End of the last service. */
  lastEnd: number;
}

const RECALL_AFTER = 75;
const NO_SHOW_COST = 105;
const PREPARE_NEXT = 15;

const isWaiting = ({ outcome, firstCalled, left }: Visit): boolean => outcome === 'closed_by_system' && firstCalled < 0 && left < 0;

/** Who is next at `now`: priority numbers first, each kind in the order of issue. Those whose patience ended have left. */
function nextInLine(visits: readonly Visit[], head: number, now: number): Visit | undefined {
  let first: Visit | undefined;
  for (let index = head; index < visits.length; index++) {
    const visit = visits[index];
    if (!visit || visit.issued > now) break;
    if (!isWaiting(visit)) continue;
    if (visit.issued + visit.patience < now) {
      visit.outcome = 'abandoned';
      visit.left = visit.issued + visit.patience;
    } else if (visit.isPriority) return visit;
    else first ??= visit;
  }
  return first;
}

function call(visit: Visit, desk: Desk, now: number): void {
  visit.firstCalled = visit.lastCalled = now;
  visit.desk = desk;
  if (visit.isAbsent) {
    visit.outcome = 'no_show';
    visit.lastCalled = now + RECALL_AFTER;
    visit.left = now + NO_SHOW_COST;
    desk.free = now + NO_SHOW_COST;
    return;
  }
  visit.outcome = 'served';
  visit.started = now + 12 + (visit.issued % 37);
  visit.finished = visit.started + Math.max(25, Math.round(visit.service * desk.agent.pace));
  visit.left = visit.finished;
  desk.busy += visit.finished - visit.started;
  desk.lastEnd = visit.finished;
  desk.free = visit.finished + PREPARE_NEXT;
}

const earliest = (desks: readonly Desk[]): Desk | undefined =>
  desks.reduce<Desk | undefined>((best, desk) => (desk.free <= desk.lastCall && (!best || desk.free < best.free) ? desk : best), undefined);

/**
 * Serves the visits of one stretch of opening hours, in the order of issue, at the desks that are staffed. Visits come
 * sorted by issue, each marked `closed_by_system`; whoever is called, or walks away, gets another end.
 */
export function serve(visits: readonly Visit[], desks: readonly Desk[], closing: number): void {
  let head = 0;
  for (let desk = earliest(desks); desk; desk = earliest(desks)) {
    while (head < visits.length && !isWaiting(visits[head] as Visit)) head++;
    const waiting = nextInLine(visits, head, desk.free);
    if (waiting) {
      call(waiting, desk, desk.free);
      continue;
    }
    const coming = visits.find((visit, index) => index >= head && visit.issued > (desk?.free ?? 0) && isWaiting(visit));
    desk.free = coming ? coming.issued : Infinity;
  }
  for (const visit of visits) {
    if (!isWaiting(visit)) continue;
    const walksAway = visit.issued + visit.patience;
    visit.outcome = walksAway < closing ? 'abandoned' : 'closed_by_system';
    visit.left = Math.max(visit.issued, Math.min(walksAway, closing));
  }
}
