import type { Days } from './days';
import { dueAfter, instantOf, SECONDS_PER_DAY, workTimeOf, type Instant } from './instants';
import type { Random } from './random';

/** A request to complete the papers, and the answer. */
export interface Supplement {
  readonly requested: Instant;
  /** Undefined while the citizen has not answered. */
  readonly answered: Instant | undefined;
  readonly dueBefore: Instant;
  readonly dueAfter: Instant;
}

/** All that happens to a dossier, as known at the end of the simulation. */
export interface DossierLife {
  readonly received: Instant;
  readonly firstDue: Instant;
  readonly due: Instant;
  readonly supplements: readonly Supplement[];
  readonly finished: Instant | undefined;
  readonly returned: Instant | undefined;
  readonly apology: Instant | undefined;
  /** National code 2 to 10. */
  readonly status: number;
}

const TYPICAL_SHARE_OF_LIMIT = 0.64;
const VARIATION = 0.68;
const SUPPLEMENT_SHARE = 0.055;
const APOLOGY_SHARE = 0.55;

/** How a dossier ends other than settled: refused, withdrawn, stopped. */
function oddEnd(random: Random): number | undefined {
  const draw = random.uniform();
  return draw < 0.008 ? 3 : draw < 0.013 ? 7 : draw < 0.016 ? 8 : undefined;
}

interface Course {
  readonly days: Days;
  readonly random: Random;
  /** The first instant that nobody knows yet. */
  readonly end: Instant;
}

function supplementAt({ days, random, end }: Course, requestedAt: number, due: Instant): Supplement | undefined {
  const requested = instantOf(days, requestedAt);
  if (requested === undefined || requested >= end) return undefined;
  const answeredAt = requestedAt + random.lognormal(3, 0.7);
  const answered = instantOf(days, answeredAt);
  const moved = instantOf(days, workTimeOf(days, due) + Math.ceil(answeredAt - requestedAt));
  const dueMoved = moved === undefined ? due : Math.floor(moved / SECONDS_PER_DAY) * SECONDS_PER_DAY + (due % SECONDS_PER_DAY);
  return { requested, answered: answered !== undefined && answered < end ? answered : undefined, dueBefore: due, dueAfter: dueMoved };
}

function supplementsOf(course: Course, begin: number, limit: number, firstDue: Instant): Supplement[] {
  const { random, days } = course;
  if (limit < 3 || !random.chance(SUPPLEMENT_SHARE)) return [];
  const first = supplementAt(course, begin + limit * (0.2 + 0.4 * random.uniform()), firstDue);
  if (!first) return [];
  if (first.answered === undefined || !random.chance(0.1)) return [first];
  const second = supplementAt(course, workTimeOf(days, first.answered) + 0.5, first.dueAfter);
  return second ? [first, second] : [first];
}

function openStatus(supplements: readonly Supplement[], random: Random): number {
  const last = supplements.at(-1);
  if (last && last.answered === undefined) return 5;
  const draw = random.uniform();
  return draw < 0.08 ? 6 : draw < 0.3 ? 2 : 4;
}

/** Lets a dossier live: most are settled on time, some are completed by the citizen first, few end otherwise. */
export function liveOf(
  course: Course,
  received: Instant,
  { limit, slowness }: { readonly limit: number; readonly slowness: number },
): DossierLife {
  const { days, random, end } = course;
  const firstDue = dueAfter(days, received, limit) ?? end;
  const begin = workTimeOf(days, received);
  const supplements = supplementsOf(course, begin, limit, firstDue);
  const due = supplements.at(-1)?.dueAfter ?? firstDue;
  const odd = oddEnd(random);
  const paused = supplements.reduce(
    (sum, { requested, answered }) => sum + (answered === undefined ? 1e6 : workTimeOf(days, answered) - workTimeOf(days, requested)),
    0,
  );
  const finished = instantOf(days, begin + paused + slowness * random.lognormal(Math.max(limit, 1) * TYPICAL_SHARE_OF_LIMIT, VARIATION));
  const isLate = (finished ?? end) > due;
  const apologises = isLate && random.chance(APOLOGY_SHARE);
  const apology = apologises ? instantOf(days, workTimeOf(days, due) - (random.chance(0.8) ? 1.6 : -0.4)) : undefined;
  const known = {
    received,
    firstDue,
    due,
    supplements,
    apology: apology !== undefined && apology > received && apology < end ? apology : undefined,
  };
  if (finished === undefined || finished >= end)
    return { ...known, finished: undefined, returned: undefined, status: openStatus(supplements, random) };
  if (odd !== undefined) return { ...known, finished, returned: undefined, status: odd };
  const returned = instantOf(days, workTimeOf(days, finished) + random.exponential(0.8) + 0.02);
  const isReturned = returned !== undefined && returned < end;
  return { ...known, finished, returned: isReturned ? returned : undefined, status: isReturned ? 10 : 9 };
}
