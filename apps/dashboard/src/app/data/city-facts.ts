import { httpResource } from '@angular/common/http';
import { computed, effect, Injectable } from '@angular/core';
import type { Catalog, City, Points } from '@evenhand/contracts';
import type { Label } from '@evenhand/domain';
import { loadableFrom } from './loadable';
import type { KnownDays } from './periods';

export type CatalogMetric = Catalog['metrics'][number];
export type Point = Points['points'][number];
export type Branch = Points['branches'][number];

const LOOK_AGAIN_MS = 5_000;

const byCode = <T extends { readonly code: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.code, item]));

/** What every page needs to know of the city: its settings, the catalogue of metrics, its points. Asked once. */
@Injectable({ providedIn: 'root' })
export class CityFacts {
  private readonly cityAsked = httpResource<City>(() => '/api/city');
  private readonly catalogAsked = httpResource<Catalog>(() => '/api/catalog');
  private readonly pointsAsked = httpResource<Points>(() => '/api/points');

  readonly cityLoad = computed(() => loadableFrom(this.cityAsked.snapshot(), undefined));
  readonly city = computed(() => (this.cityAsked.hasValue() ? this.cityAsked.value() : null));
  readonly catalog = computed(() => (this.catalogAsked.hasValue() ? this.catalogAsked.value() : null));
  readonly points = computed(() => (this.pointsAsked.hasValue() ? this.pointsAsked.value().points : []));
  /** Whether the points are known, few or none as they may be. */
  readonly hasPoints = computed(() => this.pointsAsked.hasValue());
  readonly branches = computed(() => (this.pointsAsked.hasValue() ? this.pointsAsked.value().branches : []));

  /** The first thing that could not be asked; every page then shows it instead of staying on skeletons. */
  readonly problem = computed(() => {
    const loads = [this.cityAsked, this.catalogAsked, this.pointsAsked].map((asked) => loadableFrom<unknown>(asked.snapshot(), undefined));
    return loads.find((load) => load.state === 'error')?.problem ?? null;
  });

  /** First and last day with data, `null` before the first load. */
  readonly knownDays = computed<KnownDays | null>(() => {
    const city = this.city();
    return city?.firstDay && city.lastDay ? { firstDay: city.firstDay, lastDay: city.lastDay } : null;
  });

  private readonly metricsById = computed(() => new Map(this.catalog()?.metrics.map((metric) => [metric.id, metric])));
  private readonly pointsByCode = computed(() => byCode(this.points()));
  private readonly branchesByCode = computed(() => byCode(this.branches()));
  private readonly labels = computed(() => {
    const catalog = this.catalog();
    const labelsOf = (items: readonly { readonly code: string; readonly label: Label }[] = []): ReadonlyMap<string, Label> =>
      new Map(items.map((item) => [item.code, item.label]));
    return {
      field: labelsOf(catalog?.fields),
      procedure: labelsOf(catalog?.procedures),
      channel: labelsOf(catalog?.channels),
      outcome: labelsOf(catalog?.outcomes),
      dimension: labelsOf(catalog?.dimensions),
    };
  });

  /** True when the city is known and nothing has been loaded for it yet. */
  readonly isEmpty = computed(() => this.city() !== null && this.knownDays() === null);

  constructor() {
    // The first load may still be running: look again until there is something to show.
    effect((onCleanup) => {
      if (!this.isEmpty() || this.cityAsked.isLoading()) return;
      const timer = setTimeout(() => this.cityAsked.reload(), LOOK_AGAIN_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  metric(id: string): CatalogMetric | null {
    return this.metricsById().get(id) ?? null;
  }

  point(code: string): Point | null {
    return this.pointsByCode().get(code) ?? null;
  }

  branch(code: string | null): Branch | null {
    return code === null ? null : (this.branchesByCode().get(code) ?? null);
  }

  /** The label of a coded value in the catalogue; `null` for a code it does not know. */
  labelOf(kind: 'field' | 'procedure' | 'channel' | 'outcome' | 'dimension', code: string): Label | null {
    return this.labels()[kind].get(code) ?? null;
  }

  /** Asks again for what could not be asked. */
  retry(): void {
    for (const asked of [this.cityAsked, this.catalogAsked, this.pointsAsked]) if (asked.status() === 'error') asked.reload();
  }
}
