import { deskAt } from './counter-day';
import type { SimulatedDay } from './days';
import { secondsOf, type Opening } from './opening';
import { STAFF_MOVE } from './planted';
import type { PointProfile, QueueProfile } from './point-profile';
import type { Desk } from './queue';
import { lentAgent, type Roster } from './staff';

const PREFIX = { general: 'Q', land: 'D' } as const;
const PEAK = { opens: secondsOf(STAFF_MOVE.opens), closes: secondsOf(STAFF_MOVE.closes) };

/** Which counters of a queue are staffed in a stretch of opening hours, and by whom. */
export function staffedDesks(
  {
    profile,
    queue,
    roster,
    donor,
  }: { readonly profile: PointProfile; readonly queue: QueueProfile; readonly roster: Roster; readonly donor: string },
  day: SimulatedDay,
  opening: Opening,
): Desk[] {
  const week = Math.floor(day.index / 7);
  const count = opening.isMorning ? queue.morningDesks : queue.afternoonDesks;
  const hours = { from: opening.opens, to: opening.closes };
  const desks = Array.from({ length: count }, (_, index) =>
    deskAt({ counter: `${PREFIX[queue.name]}${index + 1}`, agent: roster.at(index, week), ...hours }, true),
  );
  const isLent = profile.gainsDesks && day.day >= STAFF_MOVE.from && opening.isMorning;
  if (!isLent) return desks;
  const lent = { counter: `${PREFIX[queue.name]}${count + 1}`, agent: lentAgent(donor, queue.name), from: PEAK.opens, to: PEAK.closes };
  return [...desks, deskAt(lent, false)];
}
