import { inject, Injectable } from '@angular/core';
import { type CatalogMetric, CityFacts } from '../data/city-facts';
import { filtersIgnored } from '../data/filter-choice';
import { Filters } from '../data/filters';
import { Words } from '../i18n/words';

/** Says which chosen filters a figure does not know: it covers more than the reader may think. */
@Injectable({ providedIn: 'root' })
export class IgnoredFilters {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly words = inject(Words);

  /** `Không lọc theo: lĩnh vực`; empty when the metric knows every chosen filter. */
  said({ dimensions }: CatalogMetric): string {
    const names = filtersIgnored(this.filters.choice(), dimensions).map((dimension) => {
      const label = this.facts.labelOf('dimension', dimension);
      return label === null ? dimension : this.words.label(label).toLocaleLowerCase(this.words.language());
    });
    return names.length === 0 ? '' : this.words.say('kpi.ignored', { filters: names.join(', ') });
  }
}
