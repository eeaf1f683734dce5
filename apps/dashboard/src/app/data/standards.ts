import { httpResource } from '@angular/common/http';
import { inject } from '@angular/core';
import type { BreachesPage, DossierTimelinePage, ServiceStandard, StandardPage, Verdicts } from '@evenhand/contracts';
import type { TimeRange, VerdictGrain } from '@evenhand/domain';
import { type Asked, askedAgain } from './asked-again';
import { StandardChanges } from './standard-changes';

const NEVER = (): null => null;

/** Every rule by which the city is judged. Call this and what follows while a component is being made. */
export const allStandards = (): Asked<{ readonly standards: readonly ServiceStandard[] }> =>
  askedAgain(
    httpResource<{ readonly standards: readonly ServiceStandard[] }>(() => '/api/standards'),
    NEVER,
  );

/** One rule with its citations, history and worked examples. */
export function standardPage(id: () => string): Asked<StandardPage> {
  const { made } = inject(StandardChanges);
  return askedAgain(
    httpResource<StandardPage>(() => {
      made();
      return `/api/standards/${encodeURIComponent(id())}`;
    }),
    NEVER,
  );
}

/** Which verdicts of a rule are wanted. */
export interface VerdictsWanted extends TimeRange {
  readonly standard: string;
  readonly grain: VerdictGrain;
}

/** What a rule comes to at every point; `null` waits. */
export function pointVerdicts(wanted: () => VerdictsWanted | null): Asked<Verdicts> {
  const { made } = inject(StandardChanges);
  return askedAgain(
    httpResource<Verdicts>(() => {
      made();
      const request = wanted();
      if (request === null) return undefined;
      const { standard, ...params } = request;
      return { url: `/api/standards/${encodeURIComponent(standard)}/verdicts`, params: { ...params, by: 'point' } };
    }),
    NEVER,
  );
}

/** Which breaches of a rule are wanted; of every point where none is named. */
export interface BreachesWanted extends TimeRange {
  readonly standard: string;
  readonly point: string | null;
  readonly page: number;
  readonly size: number;
}

/** The cases that broke a rule; `null` waits. */
export function breachesOf(wanted: () => BreachesWanted | null): Asked<BreachesPage> {
  const { made } = inject(StandardChanges);
  return askedAgain(
    httpResource<BreachesPage>(() => {
      made();
      const request = wanted();
      if (request === null) return undefined;
      const { standard, point, ...params } = request;
      return {
        url: `/api/standards/${encodeURIComponent(standard)}/breaches`,
        params: { ...params, ...(point === null ? {} : { point }) },
      };
    }),
    NEVER,
  );
}

/** The life of a dossier; the source matters where several tell of one with this code. */
export const dossierTimeline = (code: () => string, source: () => string | null): Asked<DossierTimelinePage> =>
  askedAgain(
    httpResource<DossierTimelinePage>(() => {
      const named = source();
      return { url: `/api/dossiers/${encodeURIComponent(code())}/timeline`, params: named === null ? {} : { source: named } };
    }),
    NEVER,
  );
