import { TIMELINE_KINDS, type TimelineKind } from '@evenhand/domain';

/** A step as its source told it. */
export interface Step {
  readonly at: number;
  readonly id: string;
  readonly step: string;
  readonly unit: string;
  readonly agent: string;
  readonly agentClass: string;
  readonly status: number;
  readonly stepDueAt: number | null;
}

/** What a source said of the due date at a moment. */
export interface DueTelling {
  readonly at: number;
  /** True when the source did not say when: it is the moment at which the telling was published here. */
  readonly isWhenLearnt: boolean;
  readonly dueAt: number | null;
}

/** The instants of a dossier, in milliseconds; null where it has not come to that. */
export interface Instants {
  readonly submittedAt: number | null;
  readonly receivedAt: number;
  readonly firstDueAt: number | null;
  readonly dueAt: number | null;
  readonly apologyAt: number | null;
  readonly finishedAt: number | null;
  readonly returnedAt: number | null;
}

/** One thing that happened, before working time is counted. */
export interface Happening {
  readonly at: number;
  readonly kind: TimelineKind;
  readonly step: Step | null;
  /** From and to when a due date was moved. */
  readonly due: { readonly before: number | null; readonly after: number | null; readonly isWhenLearnt: boolean } | null;
}

/** The clock stands still from `from` until `to`; null while nobody has answered. */
export interface StoppedClock {
  readonly from: number;
  readonly to: number | null;
}

const MORE_PAPERS = 5;

/** The clock stands still from each step that asks for more papers to the next step that does not. Steps come in order. */
export function stopsOf(steps: readonly Step[]): readonly StoppedClock[] {
  const stops: StoppedClock[] = [];
  for (const { at, status } of steps) {
    const last = stops.at(-1);
    const isStopped = last !== undefined && last.to === null;
    if (status === MORE_PAPERS && !isStopped) stops.push({ from: at, to: null });
    if (status !== MORE_PAPERS && isStopped && at > last.from) stops.splice(-1, 1, { ...last, to: at });
  }
  return stops;
}

/** Where a telling says another due date than the one before it. */
function movesOf(tellings: readonly DueTelling[], first: number | null): Happening[] {
  let before = first;
  const moves: Happening[] = [];
  for (const { at, dueAt, isWhenLearnt } of tellings) {
    if (dueAt !== before) moves.push({ at, kind: 'due_moved', step: null, due: { before, after: dueAt, isWhenLearnt } });
    before = dueAt;
  }
  return moves;
}

const once = (kind: TimelineKind, at: number | null): Happening[] => (at === null ? [] : [{ at, kind, step: null, due: null }]);

/** Everything that happened to a dossier up to an instant, in order. */
export function happeningsOf(
  instants: Instants,
  steps: readonly Step[],
  tellings: readonly DueTelling[],
  toldUntil: number | null,
): readonly Happening[] {
  const { submittedAt, receivedAt, firstDueAt, dueAt, apologyAt, finishedAt, returnedAt } = instants;
  const hasFallenDue = dueAt !== null && ((toldUntil !== null && dueAt <= toldUntil) || (finishedAt !== null && dueAt <= finishedAt));
  const all: Happening[] = [
    ...once('submitted', submittedAt),
    ...once('received', receivedAt),
    ...(firstDueAt === null
      ? []
      : [{ at: receivedAt, kind: 'promised' as const, step: null, due: { before: null, after: firstDueAt, isWhenLearnt: false } }]),
    ...steps.map((step): Happening => ({ at: step.at, kind: 'step', step, due: null })),
    ...stopsOf(steps).flatMap(({ from, to }) => [...once('clock_stopped', from), ...once('clock_runs', to)]),
    ...movesOf(tellings, firstDueAt),
    ...once('apology', apologyAt),
    ...(hasFallenDue ? once('fell_due', dueAt) : []),
    ...once('finished', finishedAt),
    ...once('returned', returnedAt),
  ];
  return all.toSorted((one, other) => one.at - other.at || TIMELINE_KINDS.indexOf(one.kind) - TIMELINE_KINDS.indexOf(other.kind));
}

/** True when the clock of the dossier runs between two instants that follow each other in its timeline. */
export function clockRuns({ receivedAt, finishedAt }: Instants, stops: readonly StoppedClock[], from: number, to: number): boolean {
  if (from < receivedAt || (finishedAt !== null && to > finishedAt)) return false;
  return !stops.some((stop) => stop.from <= from && (stop.to === null || to <= stop.to));
}
