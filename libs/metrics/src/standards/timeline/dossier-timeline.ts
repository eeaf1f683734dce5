import { because, type Day, InvalidQuery, maySee, NotFound, type Scope, type TimelineKind } from '@evenhand/domain';
import type { Warehouse } from '@evenhand/warehouse';
import { clockRuns, type DueTelling, type Happening, happeningsOf, type Instants, type Step, stopsOf } from './timeline-entries';
import { dossierOf, dossiersToldUntil, dueTellingsOf, limitOf, stepsOf, workedBetween } from './timeline-sql';

interface Found extends Instants {
  readonly caseId: string;
  readonly source: string;
  readonly code: string;
  readonly pointCode: string;
  readonly authorityCode: string;
  readonly procedureCode: string;
  readonly fieldCode: string;
  readonly channel: string;
  readonly status: number;
  readonly supplementRequests: number;
  readonly receivedOn: Day;
}

interface FoundLimit {
  readonly unit: string;
  readonly count: number;
  readonly endsAt: number | null;
  readonly endsWithStopsAt: number | null;
}

/** One thing that happened to a dossier. Instants are ISO 8601 in UTC. */
export interface TimelineEntry {
  readonly at: string;
  readonly kind: TimelineKind;
  readonly step: (Omit<Step, 'at' | 'stepDueAt'> & { readonly stepDueAt: string | null }) | null;
  /** `isWhenLearnt`: the source did not say when; it is the moment at which the change was published here. */
  readonly due: { readonly before: string | null; readonly after: string | null; readonly isWhenLearnt: boolean } | null;
  /** Working time since the entry before; null where no hours are known. */
  readonly workingMs: number | null;
  /** False when the clock stood still since the entry before, or did not run yet or any more. */
  readonly clockRan: boolean;
  /** Working time that the clock has run since reception; null where no hours are known. */
  readonly usedMs: number | null;
}

/** The whole life of a dossier, as far as its feeds have told. */
export interface DossierTimeline {
  readonly dossier: Omit<Found, keyof Instants | 'caseId'> & { readonly [Name in keyof Instants]: string | null };
  readonly toldUntil: string | null;
  /** Null where the city has none for the procedure; an end is null where it is not known. */
  readonly limit: {
    readonly unit: string;
    readonly count: number;
    readonly endsAt: string | null;
    readonly endsWithStopsAt: string | null;
  } | null;
  readonly entries: readonly TimelineEntry[];
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

async function find(warehouse: Warehouse, code: string, source: string | undefined, scope: Scope): Promise<Found> {
  const found = await warehouse.rows<Found>(dossierOf(code, source, scope));
  const [first, ...others] = found;
  if (!first)
    throw new NotFound(
      `There is no dossier "${code}"${source === undefined ? '' : ` of the source "${source}"`}.`,
      because('no_dossier', { dossier: code }),
    );
  if (others.length > 0)
    throw new InvalidQuery(
      'source',
      `Several sources tell of a dossier "${code}": ${found.map((one) => one.source).join(', ')}. Name one of them.`,
      because('several_sources', { dossier: code, sources: found.map((one) => one.source).join(', ') }),
    );
  return first;
}

function entriesOf(
  instants: Instants,
  happenings: readonly Happening[],
  steps: readonly Step[],
  worked: ReadonlyMap<number, number | null>,
): TimelineEntry[] {
  const stops = stopsOf(steps);
  let used: number | null = 0;
  return happenings.map(({ at, kind, step, due }, index) => {
    const before = happenings[index - 1];
    const workingMs = before === undefined ? null : (worked.get(index) ?? null);
    const clockRan = before !== undefined && clockRuns(instants, stops, before.at, at);
    if (clockRan) used = used === null || workingMs === null ? null : used + workingMs;
    return {
      at: new Date(at).toISOString(),
      kind,
      step: step && {
        id: step.id,
        step: step.step,
        unit: step.unit,
        agent: step.agent,
        agentClass: step.agentClass,
        status: step.status,
        stepDueAt: iso(step.stepDueAt),
      },
      due: due && { ...due, before: iso(due.before), after: iso(due.after) },
      workingMs,
      clockRan,
      usedMs: used,
    };
  });
}

/**
 * What happened to a dossier, in order, with the working time of its point in between.
 * @throws {NotFound} when the scope holds no such dossier
 * @throws {InvalidQuery} when several sources tell of one
 */
export async function dossierTimeline(
  warehouse: Warehouse,
  { code, source }: { readonly code: string; readonly source?: string | undefined },
  scope: Scope,
): Promise<DossierTimeline> {
  const found = await find(warehouse, code, source, scope);
  const { caseId, submittedAt, receivedAt, firstDueAt, dueAt, apologyAt, finishedAt, returnedAt, ...dossier } = found;
  const instants = { submittedAt, receivedAt, firstDueAt, dueAt, apologyAt, finishedAt, returnedAt };
  const [taken, tellings, [told]] = await Promise.all([
    warehouse.rows<Step>(stepsOf(code, found.source)),
    warehouse.rows<DueTelling>(dueTellingsOf(caseId)),
    warehouse.rows<{ at: number | null }>(dossiersToldUntil),
  ]);
  const steps = maySee(scope, 'staff') ? taken : taken.map((step) => ({ ...step, agent: '' }));
  const happenings = happeningsOf(instants, steps, tellings, told?.at ?? null);
  const [worked, [limit]] = await Promise.all([
    warehouse.rows<{ place: number; ms: number | null }>(
      workedBetween(
        found.pointCode,
        happenings.map(({ at }) => at),
      ),
    ),
    warehouse.rows<FoundLimit>(limitOf(found, stopsOf(steps))),
  ]);
  return {
    dossier: {
      ...dossier,
      ...{ submittedAt: iso(submittedAt), receivedAt: iso(receivedAt), firstDueAt: iso(firstDueAt), dueAt: iso(dueAt) },
      ...{ apologyAt: iso(apologyAt), finishedAt: iso(finishedAt), returnedAt: iso(returnedAt) },
    },
    toldUntil: iso(told?.at ?? null),
    limit: limit ? { ...limit, endsAt: iso(limit.endsAt), endsWithStopsAt: iso(limit.endsWithStopsAt) } : null,
    entries: entriesOf(instants, happenings, steps, new Map(worked.map(({ place, ms }) => [place, ms]))),
  };
}
