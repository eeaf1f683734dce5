import { httpResource } from '@angular/common/http';
import { computed, type Signal } from '@angular/core';
import type { DataHealth, Run } from '@evenhand/contracts';
import { type Loadable, loadableFrom, mapReady } from './loadable';

export interface Pipeline {
  readonly health: Signal<Loadable<DataHealth>>;
  /** Latest first. */
  readonly runs: Signal<Loadable<readonly Run[]>>;
  retry(): void;
}

/** How fresh the sources are and what each load came to. Call it while a component is being made. */
export function pipeline(): Pipeline {
  const health = httpResource<DataHealth>(() => '/api/health/data');
  const runs = httpResource<{ readonly runs: readonly Run[] }>(() => '/api/runs');
  return {
    health: computed(() => loadableFrom(health.snapshot(), undefined)),
    runs: computed(() => mapReady(loadableFrom(runs.snapshot(), undefined), (data) => [...data.runs].sort((a, b) => b.id - a.id))),
    retry(): void {
      health.reload();
      runs.reload();
    },
  };
}
