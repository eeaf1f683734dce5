import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { DecideMatter, MatterCareInfo, MatterCares, Problem } from '@evenhand/contracts';
import type { MatterCause } from '@evenhand/domain';
import { firstValueFrom } from 'rxjs';
import { problemFrom } from './problem';

const NONE: MatterCares = { cares: [], mayDecide: false };
const nameOf = (cause: MatterCause, point: string): string => `${cause}/${point}`;

/** Who takes care of what asks for somebody. Provided by the page that shows it. */
@Injectable()
export class Matters {
  private readonly http = inject(HttpClient);
  private readonly asked = httpResource<MatterCares>(() => '/api/matters');
  private readonly found = computed(() => (this.asked.hasValue() ? this.asked.value() : NONE));
  private readonly byName = computed(() => new Map(this.found().cares.map((care) => [nameOf(care.cause, care.point), care])));

  readonly mayDecide = computed(() => this.found().mayDecide);

  /** What was decided about a matter; `null` where nothing was. */
  of(cause: MatterCause, point: string): MatterCareInfo | null {
    return this.byName().get(nameOf(cause, point)) ?? null;
  }

  /** Decides something; why not, when that was refused. */
  async decide(cause: MatterCause, point: string, wanted: DecideMatter): Promise<Problem | null> {
    try {
      await firstValueFrom(this.http.put(`/api/matters/${cause}/${encodeURIComponent(point)}`, wanted));
    } catch (error) {
      return problemFrom(error);
    }
    this.asked.reload();
    return null;
  }
}
