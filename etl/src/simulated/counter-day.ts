import type { SimulatedDay } from './days';
import type { FieldWork } from './field-work';
import type { Opening } from './opening';
import type { PointProfile, QueueProfile } from './point-profile';
import { serve, type Desk, type Visit } from './queue';
import type { Random } from './random';
import type { Agent } from './staff';

/** How arrivals spread over the half-hours of a morning and an afternoon: most come early. */
const MORNING = [1.35, 1.5, 1.4, 1.2, 0.95, 0.7, 0.4];
const AFTERNOON = [0.95, 1.05, 0.95, 0.8, 0.65, 0.45, 0.2];
const WHOLE_DAY = [...MORNING, ...AFTERNOON].reduce((sum, weight) => sum + weight, 0);
const HALF_HOUR = 1_800;
/** Whoever still waits at closing is called for this long: overtime. */
const OVERTIME = 15 * 60;
const PRIORITY_SHARE = 0.05;
const NO_SHOW_SHARE = 0.02;

/** Everything one stretch of opening hours at one queue needs. */
export interface Stretch {
  readonly point: PointProfile;
  readonly queue: QueueProfile;
  readonly fields: readonly FieldWork[];
  readonly day: SimulatedDay;
  readonly opening: Opening;
  /** How busy this day of this queue is, chance included. */
  readonly demand: number;
}

const visit = (issued: number, field: number, stretch: Stretch, random: Random): Visit => {
  const work = stretch.fields[field];
  return {
    issued,
    field,
    service: random.lognormal((work?.minutes ?? 9) * 60, work?.variation ?? 0.6),
    patience: Math.round(random.lognormal(stretch.point.patience, 0.6)),
    isPriority: random.chance(PRIORITY_SHARE),
    isAbsent: random.chance(NO_SHOW_SHARE),
    firstCalled: -1,
    lastCalled: -1,
    started: -1,
    finished: -1,
    left: -1,
    desk: undefined,
    outcome: 'closed_by_system',
  };
};

/** Poisson arrivals half-hour by half-hour, in the order of issue. */
function arrivals(stretch: Stretch, random: Random): Visit[] {
  const { queue, fields, opening, demand } = stretch;
  const shares = fields.map(({ share }) => share);
  const weights = opening.isMorning ? MORNING : AFTERNOON;
  const visits: Visit[] = [];
  for (let from = opening.opens, slot = 0; from < opening.closes; from += HALF_HOUR, slot++) {
    const count = random.poisson((queue.perDay * demand * (weights[slot] ?? 0)) / WHOLE_DAY);
    const until = Math.min(from + HALF_HOUR, opening.closes);
    for (let index = 0; index < count; index++) visits.push(visit(random.between(from, until), random.pick(shares), stretch, random));
  }
  return visits.sort((a, b) => a.issued - b.issued);
}

/** A counter, who sits there, and from when to when. */
export interface Place {
  readonly counter: string;
  readonly agent: Agent;
  readonly from: number;
  readonly to: number;
}

/** A desk that is open from `from` to `to`; at closing time whoever still waits is called for a while. */
export const deskAt = ({ counter, agent, from, to }: Place, isClosing: boolean): Desk => ({
  counter,
  agent,
  from,
  to,
  lastCall: isClosing ? to + OVERTIME : to,
  free: from,
  busy: 0,
  lastEnd: 0,
});
/** Lets a stretch of opening hours happen at the given desks. */
export function happen(stretch: Stretch, desks: readonly Desk[], random: Random): Visit[] {
  const visits = arrivals(stretch, random);
  serve(visits, desks, stretch.opening.closes);
  return visits;
}
