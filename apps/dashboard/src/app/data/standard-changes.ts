import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import type { Problem, SetStandard, StandardPage, StandardPreview, StandardVolume } from '@evenhand/contracts';
import type { Day, TimeRange } from '@evenhand/domain';
import { firstValueFrom } from 'rxjs';
import { type Asked, askedAgain } from './asked-again';
import { problemFrom } from './problem';

const addressOf = (id: string): string => `/api/standards/${encodeURIComponent(id)}`;

/** Sets numbers of standards; everything that shows what standards come to then asks anew. */
@Injectable({ providedIn: 'root' })
export class StandardChanges {
  private readonly http = inject(HttpClient);
  private readonly count = signal(0);

  /** How many changes were made. */
  readonly made = this.count.asReadonly();

  /** Sets numbers from a day on; why not, when that was refused. */
  async set(id: string, change: SetStandard): Promise<Problem | null> {
    try {
      await firstValueFrom(this.http.put<StandardPage>(addressOf(id), change));
    } catch (error) {
      return problemFrom(error);
    }
    this.count.update((count) => count + 1);
    return null;
  }
}

/** A change that is looked at before it is made, and the period whose verdicts it may move. */
export interface PreviewWanted extends TimeRange {
  readonly standard: string;
  readonly effectiveFrom: Day;
  /** Only the numbers that change. */
  readonly limits: Readonly<Record<string, number>>;
  readonly isRetroactive: boolean;
}

/** Numbers of a standard, and the days over which what they would find is counted. */
export interface VolumeWanted extends TimeRange {
  readonly standard: string;
  /** Only the numbers that differ. */
  readonly limits: Readonly<Record<string, number>>;
}

const numbersOf = (limits: Readonly<Record<string, number>>): string[] => Object.entries(limits).map(([id, value]) => `${id}:${value}`);

/** How much a standard would find by other numbers; `null` waits. Call it while a component is being made. */
export const standardVolume = (wanted: () => VolumeWanted | null): Asked<StandardVolume> =>
  askedAgain(
    httpResource<StandardVolume>(() => {
      const request = wanted();
      if (request === null) return undefined;
      const { standard, limits, from, to } = request;
      return { url: `${addressOf(standard)}/volume`, params: { from, to, limits: numbersOf(limits) } };
    }),
    () => null,
  );

/** What a change would do; `null` waits. Call it while a component is being made. */
export const standardPreview = (wanted: () => PreviewWanted | null): Asked<StandardPreview> =>
  askedAgain(
    httpResource<StandardPreview>(() => {
      const request = wanted();
      if (request === null) return undefined;
      const { standard, limits, ...params } = request;
      return { url: `${addressOf(standard)}/preview`, params: { ...params, limits: numbersOf(limits) } };
    }),
    () => null,
  );
